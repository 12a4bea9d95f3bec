package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;

/// One promise, and the run that shows whether it is kept.
interface Proof {
    /// As it is named on the command line, such as `T1`.
    String id();

    /// What is promised, as a sentence without its full stop.
    String promise();

    /// Runs it and takes down what it sees. Throws whatever keeps it from being carried through.
    void run(Occasion occasion, Protocol protocol);
}
