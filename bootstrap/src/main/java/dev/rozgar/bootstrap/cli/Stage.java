package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.Opened;
import dev.rozgar.engines.Engines;
import java.util.concurrent.CountDownLatch;

/// What runs until somebody ends this process. However it ends (a failed start, Ctrl-C, SIGTERM), all of it
/// is closed in the reverse order, and before the engines that it needs.
final class Stage implements AutoCloseable {
    private final Opened opened = new Opened();
    private final CountDownLatch ended = new CountDownLatch(1);

    Stage() {
        Engines.beforeShutdown(this::close);
    }

    <T extends AutoCloseable> T add(T part) {
        return opened.add(part);
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        opened.close();
        ended.countDown();
    }
}
