package dev.rozgar.adapters.postgres.sql;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A socket that says since when it has been waited for.
final class WatchedSocket extends Socket {
    private static final long NOBODY = Long.MIN_VALUE;

    private final long patience;
    private final SocketWatch watch;
    private final AtomicLong readSince = new AtomicLong(NOBODY);
    private final AtomicLong writtenSince = new AtomicLong(NOBODY);

    WatchedSocket(Duration patience, SocketWatch watch) {
        this.patience = patience.toNanos();
        this.watch = watch;
        watch.add(this);
    }

    /// Whether somebody has been waiting for too long at this moment.
    ///
    /// @param now of [System#nanoTime]
    boolean isOverdue(long now) {
        return isOverdue(readSince.get(), now) || isOverdue(writtenSince.get(), now);
    }

    private boolean isOverdue(long since, long now) {
        return since != NOBODY && now - since > patience;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TimedInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new TimedOutput(super.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        watch.remove(this);
        super.close();
    }

    private final class TimedInput extends FilterInputStream {
        TimedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            readSince.setOpaque(System.nanoTime());
            try {
                return in.read();
            } finally {
                readSince.setOpaque(NOBODY);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            readSince.setOpaque(System.nanoTime());
            try {
                return in.read(bytes, offset, length);
            } finally {
                readSince.setOpaque(NOBODY);
            }
        }
    }

    /// Where the server does not read, a long statement waits as an answer does.
    private final class TimedOutput extends FilterOutputStream {
        TimedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writtenSince.setOpaque(System.nanoTime());
            try {
                out.write(bytes, offset, length);
            } finally {
                writtenSince.setOpaque(NOBODY);
            }
        }
    }
}
