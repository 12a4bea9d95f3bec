package dev.rozgar.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// What can be done to a server, however it runs. Starting a running one and stopping a stopped one do nothing.
interface Server extends AutoCloseable {
    Origin origin();

    /// Continues "PostgreSQL runs ...", for the line that tells the user what is where.
    String place();

    void start();

    void halt(Halt how);

    void pause();

    void resume();

    /// Its processes of this moment, where they are ours to see.
    default List<ProcessHandle> processes() {
        return List.of();
    }

    /// What the process that we started ended with, the last time it ended.
    default OptionalInt lastExit() {
        return OptionalInt.empty();
    }

    /// Copies its files into an empty folder; it must not run.
    default void copyFiles(Path to) {
        throw new EngineFailure("The files of a server that runs " + place() + " are not copied from here.");
    }

    /// Puts a copy in the place of its files; it must not run.
    default void putBack(Path copy) {
        throw new EngineFailure("The files of a server that runs " + place() + " are not replaced from here.");
    }

    @Override
    void close();
}
