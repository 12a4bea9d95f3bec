package dev.rozgar.bootstrap.prove.work;

import dev.rozgar.bootstrap.prove.stand.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Operations of several writers at the same time, all drawn from one seed.
public final class History {
    private final List<Writer> writers;
    private final int operations;
    private final Pace pace;

    /// @param operations of all writers together
    public History(Caller caller, long seed, int writers, int operations, Pace pace) {
        this.writers = IntStream.range(0, writers)
                .mapToObj(number -> new Writer(caller, seed, number))
                .toList();
        this.operations = operations;
        this.pace = pace;
    }

    /// Registers the writers' companies, which no fault should meet.
    public void prepare() {
        writers.forEach(Writer::register);
    }

    /// Returns when everything is done and answered.
    ///
    /// @throws IllegalStateException if something was refused, which no history asks for
    public void run() {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = new ArrayList<>();
            for (Writer writer : writers) parts.add(each.submit(() -> write(writer)));
            for (Future<?> part : parts) part.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a writer gave up: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private void write(Writer writer) {
        try {
            for (int i = 0; i < operations / writers.size(); i++) {
                pace.begin();
                try {
                    writer.step();
                } finally {
                    pace.end();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was answered "done" and is not so in PostgreSQL, or was done twice; in words.
    public List<String> broken(Truth truth) {
        List<String> broken = new ArrayList<>();
        for (Writer writer : writers) {
            var name = truth.text("select display_name from company where id = " + writer.company());
            if (!name.equals(writer.companyName()))
                broken.add("company " + writer.company() + " is " + name + ", not " + writer.companyName());
            writer.slots().forEach(slot -> check(truth, slot, broken));
        }
        return broken;
    }

    private static void check(Truth truth, Slot slot, List<String> broken) {
        var where = " from job where requisition_id = '" + slot.requisition() + "'";
        long rows = truth.number("select count(*)" + where);
        // A removed one is kept as a row.
        if (rows != slot.created())
            broken.add(slot.requisition() + " was created " + slot.created() + " times and has " + rows + " rows");
        var stored = truth.text("select coalesce(string_agg(id || ' ' || listed || ' ' || title, ','), '')" + where
                + " and removed_at is null");
        var expected = slot.live()
                .map(job -> job.id() + " " + job.listed() + " " + job.title())
                .orElse("");
        if (!stored.equals(expected)) broken.add(slot.requisition() + " is '" + stored + "', not '" + expected + "'");
    }
}
