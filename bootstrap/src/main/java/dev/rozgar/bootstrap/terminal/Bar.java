package dev.rozgar.bootstrap.terminal;

/// Shows how far something long has come.
public interface Bar extends AutoCloseable {
    /// May be called from any thread, as often as one likes.
    void at(long done, long total);

    /// What is being done at the moment.
    void step(String what);

    @Override
    void close();

    /// A bar where a person watches, plain lines where the output goes to a file.
    static Bar open(String title) {
        return Watched.byPerson() ? new DrawnBar(title) : new PlainBar(title, System.err, System::nanoTime);
    }
}
