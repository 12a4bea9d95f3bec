package dev.rozgar.engines;

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

    /// Stops it if it is ours, and deletes what was temporary.
    @Override
    public final void close() {
        server.close();
    }

    final Server server() {
        return server;
    }
}
