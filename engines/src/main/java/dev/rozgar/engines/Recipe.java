package dev.rozgar.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is particular to one kind of server; [EmbeddedServer] knows everything about processes and nothing of
/// this.
interface Recipe {
    /// As people write it.
    String title();

    /// The unpacked server.
    Path install(Progress progress);

    /// What the server must be able to read besides its installation.
    List<Path> reads();

    /// Writes configuration and, the first time, the empty data; the folder is the server's own.
    void prepare(Launch launch) throws IOException;

    ProcessBuilder command(Launch launch);

    /// How far the start has come, 100 once it answers.
    int started(Launch launch, ProcessHandle process) throws IOException;

    /// What to do when it did not start, judged by what it printed; empty when nobody knows.
    String advice(String printed);

    String signal(Halt how);

    /// The signal it gets when this JVM is gone.
    String deathSignal();

    /// How long a start may take on a slow machine.
    Duration patience();

    /// Processes that the data itself names, beyond those we wrote down.
    List<ProcessHandle> namedByData(Path node) throws IOException;

    /// One start of one server.
    ///
    /// @param installation the unpacked server, shared and read-only
    /// @param node the server's own folder
    /// @param log where it prints to
    record Launch(Path installation, Path node, Path log, int port, RunAs runAs) {}
}
