package dev.rozgar.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// A server in use. One of our own (container or child process) stops when it is closed and, at the latest, with
/// this JVM; a configured one is left alone, and all but [#start] and [#close] are refused.
public abstract sealed class Engine implements AutoCloseable permits PostgresEngine, ElasticsearchEngine {
    private final Server server;

    Engine(Server server) {
        this.server = server;
    }

    public final Origin origin() {
        return server.origin();
    }

    /// One line for the log: what runs, where, and how to point at another one.
    public abstract String describe();

    /// Starts again after a stop or a kill: same port, same data. Returns once it answers.
    public void start() {
        server.start();
    }

    /// Stops in order and returns once no process is left.
    public final void stop() {
        server.halt(Halt.ORDERLY);
    }

    /// Kills with SIGKILL and returns once no process is left.
    public final void kill() {
        server.halt(Halt.KILL);
    }

    /// Freezes every process of the server: connections stay open and nothing answers.
    public final void pause() {
        server.pause();
    }

    /// Undoes [#pause].
    public final void resume() {
        server.resume();
    }

    /// The processes of a child of ours, as they are now; none of a container or of a configured server.
    public final List<ProcessHandle> processes() {
        return server.processes();
    }

    /// What the process that we started ended with when it last ended: 137 after SIGKILL. Empty where it never did,
    /// or was not our child.
    public final OptionalInt lastExit() {
        return server.lastExit();
    }

    /// A cold backup: copies the files of a stopped child process into an empty folder, for [#putBack].
    public final void copyFiles(Path to) {
        server.copyFiles(to);
    }

    /// Restores a cold backup: whatever the stopped server wrote since is gone.
    public final void putBack(Path copy) {
        server.putBack(copy);
    }

    /// Stops it if it is ours, and deletes what was temporary.
    @Override
    public final void close() {
        server.close();
    }

    final Server server() {
        return server;
    }
}
