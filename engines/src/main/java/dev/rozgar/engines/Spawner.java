package dev.rozgar.engines;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts child processes from one thread that lives as long as the JVM. Linux sends the "your parent died"
/// signal when the *thread* that started the child ends, so a pooled or virtual thread would kill its servers by
/// going idle.
final class Spawner {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("engine-spawner").factory());

    private Spawner() {}

    static Process spawn(ProcessBuilder command) {
        try {
            return THREAD.submit(command::start).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure(
                    "Interrupted while starting " + command.command().getFirst() + ".", e);
        } catch (ExecutionException e) {
            throw cannot(command, e.getCause() == null ? e : e.getCause());
        }
    }

    private static EngineFailure cannot(ProcessBuilder command, Throwable cause) {
        var hint = cause instanceof IOException
                ? " If its file system is mounted noexec, set " + Installation.CACHE + " to a folder on another one."
                : "";
        return new EngineFailure(
                "Cannot run " + command.command().getFirst() + ": " + cause.getMessage() + "." + hint, cause);
    }
}
