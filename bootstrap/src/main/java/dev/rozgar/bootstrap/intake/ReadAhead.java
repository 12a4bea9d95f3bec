package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.intake.ImportPostings;
import dev.rozgar.application.intake.Row;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Reads rows in a thread of its own while the rows before them are being saved: as many as are saved at a
/// time, so that neither waits for the other, and fewer where they are long.
final class ReadAhead implements Iterator<Row>, AutoCloseable {
    /// Rows at the most.
    static final int AHEAD = ImportPostings.BATCH;

    /// Characters of their texts at the most: some rows of the greatest length.
    static final int HEAVY = 1_000_000;

    private final BlockingQueue<Read> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Semaphore room = new Semaphore(HEAVY);
    private final Thread reader;
    private @Nullable Read next;

    private sealed interface Read {
        record One(Row row) implements Read {}

        /// @param failure why the reading ended before the file did
        record End(Optional<RuntimeException> failure) implements Read {}
    }

    ReadAhead(Iterator<Row> rows) {
        reader = Thread.ofPlatform().name("import-reader").daemon().start(() -> read(rows));
    }

    private void read(Iterator<Row> rows) {
        try {
            try {
                while (rows.hasNext()) {
                    var row = rows.next();
                    room.acquire(taken(row));
                    queue.put(new Read.One(row));
                }
                queue.put(new Read.End(Optional.empty()));
            } catch (RuntimeException broken) {
                queue.put(new Read.End(Optional.of(broken)));
            }
        } catch (InterruptedException closed) {
            // Nobody reads any more.
        }
    }

    @Override
    public boolean hasNext() {
        return switch (peek()) {
            case Read.One _ -> true;
            case Read.End(Optional<RuntimeException> failure) -> {
                if (failure.isPresent()) {
                    throw failure.get();
                }
                yield false;
            }
        };
    }

    @Override
    public Row next() {
        if (!hasNext() || !(peek() instanceof Read.One(Row row))) {
            throw new NoSuchElementException();
        }
        next = null;
        room.release(taken(row));
        return row;
    }

    private static int taken(Row row) {
        return Math.min(row.weight(), HEAVY);
    }

    private Read peek() {
        var waiting = next;
        if (waiting == null) {
            try {
                waiting = queue.take();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while importing", stopped);
            }
            next = waiting;
        }
        return waiting;
    }

    /// The file may be closed once this returns.
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
