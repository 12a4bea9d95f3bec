package dev.rozgar.engines;

/// What can be done to a server, however it runs. Starting a running one and stopping a stopped one do nothing.
interface Server extends AutoCloseable {
    Origin origin();

    /// Continues "PostgreSQL runs ...", for the line that tells the user what is where.
    String place();

    void start();

    void halt(Halt how);

    void pause();

    void resume();

    @Override
    void close();
}
