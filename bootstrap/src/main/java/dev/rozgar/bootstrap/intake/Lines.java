package dev.rozgar.bootstrap.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The lines of a file of any size, none of which can fill the memory. Bytes that are not of the charset become U+FFFD.
final class Lines implements Closeable {
    /// A JSON posting with two descriptions of the greatest length, each letter escaped, is about this long.
    static final int LONGEST = 1 << 20;

    /// @param number    from 1
    /// @param isTooLong the text is cut at [#LONGEST]
    record Line(long number, String text, boolean isTooLong) {}

    private final Counted bytes;
    private final Reader reader;
    private final char[] block = new char[1 << 15];
    private final Deque<Line> returned = new ArrayDeque<>();
    private int at;
    private int end;
    private long number;

    Lines(Path file, Charset charset) throws IOException {
        bytes = new Counted(Files.newInputStream(file));
        reader = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /// How much of the file has been read; a little ahead of the lines.
    long bytesRead() {
        return bytes.count;
    }

    Optional<Line> next() {
        if (!returned.isEmpty()) {
            return Optional.of(returned.pop());
        }
        try {
            return read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The line comes again, before all others.
    void giveBack(Line line) {
        returned.push(line);
    }

    private Optional<Line> read() throws IOException {
        if (at == end && !refill()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && (at < end || refill())) {
            int stop = at;
            while (stop < end && block[stop] != '\n') {
                stop++;
            }
            int fits = Math.min(stop - at, LONGEST - text.length());
            text.append(block, at, fits);
            tooLong |= fits < stop - at;
            ended = stop < end;
            at = ended ? stop + 1 : stop;
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        number++;
        // A byte order mark is no text.
        int from = number == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        return Optional.of(new Line(number, text.substring(from), tooLong));
    }

    /// Answers false at the end of the file.
    private boolean refill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(block));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Counted extends InputStream {
        private final InputStream in;
        private volatile long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int n = in.read(into, from, most);
            count += Math.max(0, n);
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
