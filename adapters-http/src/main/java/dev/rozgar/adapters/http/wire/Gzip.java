package dev.rozgar.adapters.http.wire;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Compression of replies, for callers who accept it.
///
/// Not the server's own: that copies every reply once more even for callers who never asked, packs ten bytes
/// as gladly as a page, and takes its time over it.
final class Gzip {
    /// Below this the headers weigh as much as what is saved.
    private static final int LEAST = 1_024;

    private Gzip() {}

    static boolean fits(ServerRequestHeaders headers, int length) {
        return length >= LEAST
                && headers.contains(HeaderNames.ACCEPT_ENCODING)
                && headers.get(HeaderNames.ACCEPT_ENCODING).allValues(true).stream()
                        .anyMatch(Gzip::isAccepted);
    }

    /// `gzip` or `*`, unless its weight is nought.
    private static boolean isAccepted(String coding) {
        String[] parts = coding.split(";", 2);
        String name = parts[0].strip();
        boolean named = name.equalsIgnoreCase("gzip") || name.equals("*");
        return named && !(parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?"));
    }

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
        try (OutputStream gzip = new Quick(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /// Packs what is written to it on its way to `out`.
    static OutputStream packing(OutputStream out) {
        try {
            return new Quick(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Replies are packed anew each time, so speed counts more than the last few percent of size.
    private static final class Quick extends GZIPOutputStream {
        private Quick(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
