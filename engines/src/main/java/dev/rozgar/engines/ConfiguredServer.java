package dev.rozgar.engines;

/// A server somebody else runs: it is not ours to stop.
final class ConfiguredServer implements Server {
    @Override
    public Origin origin() {
        return Origin.CONFIGURED;
    }

    @Override
    public String place() {
        return "where the configuration says";
    }

    @Override
    public void start() {}

    @Override
    public void halt(Halt how) {
        throw notOurs();
    }

    @Override
    public void pause() {
        throw notOurs();
    }

    @Override
    public void resume() {
        throw notOurs();
    }

    @Override
    public void close() {}

    private static EngineFailure notOurs() {
        return new EngineFailure("A configured server is not stopped, killed or paused from here.");
    }
}
