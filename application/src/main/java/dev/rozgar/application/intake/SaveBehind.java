package dev.rozgar.application.intake;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Saves each batch while the next one is read and compared: the store and the importer work at the same time. One
/// batch at a time is saved, so no more than two are held.
final class SaveBehind implements AutoCloseable {
    private final ImportPostings.Command command;
    private Optional<Save> underWay = Optional.empty();
    private Counts total = Counts.NONE;

    /// @param command is told of what was saved, on the importer's own thread
    SaveBehind(ImportPostings.Command command) {
        this.command = command;
    }

    /// @param rejected rows of the batch that were no postings
    private record Save(Batch batch, int rejected, FutureTask<Counts> task) {}

    /// Waits for the batch before and begins to save this one.
    ///
    /// @param rejected rows of the batch that were no postings
    void save(Batch batch, int rejected) {
        await();
        var save = new Save(batch, rejected, new FutureTask<>(batch::save));
        Thread.ofVirtual().name("import-save").start(save.task);
        underWay = Optional.of(save);
    }

    /// Waits for the last batch.
    Counts finish() {
        await();
        return total;
    }

    private void await() {
        if (underWay.isEmpty()) return;
        Save save = underWay.get();
        underWay = Optional.empty();
        Counts saved = saved(save.task);
        save.batch.rejected().forEach(command.rejects());
        total = total.plus(saved).plus(new Counts(0, 0, 0, save.rejected));
        command.progress().accept(total);
    }

    private static Counts saved(FutureTask<Counts> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException stop) {
                    // What is being saved is saved; whoever wants to stop learns it behind that.
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(failed.getCause());
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /// Nothing is being saved any more, whatever has happened to the importer.
    @Override
    public void close() {
        underWay.ifPresent(save -> {
            try {
                var _ = saved(save.task);
            } catch (RuntimeException failure) {
                // The importer fails already, by something that came before.
            }
        });
    }
}
