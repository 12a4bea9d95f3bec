package dev.rozgar.bootstrap.prove.stand;

import dev.rozgar.bootstrap.process.ServiceProcess;
import dev.rozgar.engines.FreePort;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/// One node of the service: a process that comes and goes, at an address that stays.
public final class Node implements AutoCloseable {
    private final ServiceProcess.Recipe recipe;
    private final int port = FreePort.next();
    private volatile Optional<ServiceProcess> process = Optional.empty();

    Node(ServiceProcess.Recipe recipe) {
        this.recipe = recipe;
    }

    public URI at(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port).resolve(pathAndQuery);
    }

    /// Returns once it is ready to serve.
    public void start() {
        if (process.filter(its -> its.exit().isEmpty()).isEmpty())
            process = Optional.of(ServiceProcess.start(recipe, port));
    }

    /// In order.
    public void stop() {
        process.ifPresent(ServiceProcess::close);
    }

    /// SIGKILL.
    ///
    /// @return what its parent learnt of its end: 137
    public OptionalInt kill() {
        process.ifPresent(ServiceProcess::kill);
        return process.map(ServiceProcess::exit).orElse(OptionalInt.empty());
    }

    @Override
    public void close() {
        stop();
    }
}
