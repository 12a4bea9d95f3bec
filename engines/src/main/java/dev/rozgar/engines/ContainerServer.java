package dev.rozgar.engines;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/// A server in a container. What has to stay lies in a named volume, so that nothing on this machine changes its
/// owner.
final class ContainerServer implements Server {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int STOP_SECONDS = 30;

    private final String title;
    private final Image image;
    private final int port;
    private final GenericContainer<?> container;

    private ContainerServer(String title, Image image, EngineOptions options) {
        this.title = title;
        this.image = image;
        this.port = Ports.take(options.port(), title);
        this.container = new GenericContainer<>(image.name());
        container.withEnv(image.environment());
        container.withStartupTimeout(PATIENCE);
        // A port that Docker picks would be another one after a stop and a start.
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + image.port()));
        container.addExposedPort(image.port());
        if (!image.command().isEmpty()) {
            container.withCommand(image.command().toArray(String[]::new));
        }
        options.directory()
                .ifPresent(folder -> container.withCreateContainerCmdModifier(create -> keep(create, folder)));
    }

    /// Empty where no Docker answers.
    static Optional<ContainerServer> openIfPossible(String title, Image image, EngineOptions options) {
        options.progress().report(title, "looking for Docker", 0);
        return possible() ? Optional.of(open(title, image, options)) : Optional.empty();
    }

    /// Whether a container can be started here. Looks for a socket first: asking costs half a second and many
    /// lines of log.
    private static boolean possible() {
        var sockets = new ArrayList<>(List.of(Path.of("/var/run/docker.sock"), home(".docker/run/docker.sock")));
        Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .ifPresent(run -> sockets.add(Path.of(run, "docker.sock")));
        var named = System.getenv("DOCKER_HOST") != null || Files.exists(home(".testcontainers.properties"));
        return (named || sockets.stream().anyMatch(Files::exists))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static ContainerServer open(String title, Image image, EngineOptions options) {
        var server = new ContainerServer(title, image, options);
        Shutdown.guard(server);
        try {
            options.progress().report(title, "starting a container of " + image.name(), 5);
            server.container.start();
            server.awaitAnswer();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    @Override
    public Origin origin() {
        return Origin.CONTAINER;
    }

    @Override
    public String place() {
        return "in a container of " + image.name();
    }

    @Override
    public synchronized void start() {
        if (!runs()) {
            docker().startContainerCmd(id()).exec();
        }
        awaitAnswer();
    }

    @Override
    public synchronized void halt(Halt how) {
        if (!runs()) {
            return;
        }
        try {
            signal(how);
        } catch (NotFoundException | NotModifiedException e) {
            return;
        }
        await("stop", () -> !runs());
    }

    private void signal(Halt how) {
        switch (how) {
            case ORDERLY ->
                docker().stopContainerCmd(id()).withTimeout(STOP_SECONDS).exec();
            case IMMEDIATE ->
                docker().killContainerCmd(id()).withSignal(image.immediate()).exec();
            case KILL -> docker().killContainerCmd(id()).exec();
        }
    }

    @Override
    public synchronized void pause() {
        docker().pauseContainerCmd(id()).exec();
    }

    @Override
    public synchronized void resume() {
        docker().unpauseContainerCmd(id()).exec();
    }

    @Override
    public void close() {
        try {
            if (container.getContainerId() != null) {
                halt(Halt.ORDERLY);
            }
        } finally {
            container.stop();
            Shutdown.release(this);
        }
    }

    private void awaitAnswer() {
        await("answer", () -> image.answers().test(port));
    }

    private void await(String what, java.util.function.BooleanSupplier done) {
        for (var deadline = Instant.now().plus(PATIENCE); !done.getAsBoolean(); ProcessTree.sleep(POLL)) {
            if (Instant.now().isAfter(deadline)) {
                throw new EngineFailure(
                        title + " in its container did not " + what + " within " + PATIENCE.toSeconds() + " s.");
            }
        }
    }

    /// Testcontainers removes containers when the JVM ends, at the same time as we stop ours.
    private boolean runs() {
        try {
            return Boolean.TRUE.equals(
                    docker().inspectContainerCmd(id()).exec().getState().getRunning());
        } catch (NotFoundException e) {
            return false;
        }
    }

    private String id() {
        return container.getContainerId();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    /// One volume for one folder and kind, whatever the container is called.
    private void keep(CreateContainerCmd create, Path folder) {
        var volume =
                "rozgar-" + UUID.nameUUIDFromBytes((title + folder).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HostConfig host = Objects.requireNonNull(create.getHostConfig());
        host.withBinds(new Bind(volume, new Volume(image.data())));
    }

    private static Path home(String inside) {
        return Path.of(System.getProperty("user.home"), inside);
    }
}
