package dev.rozgar.bootstrap.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// Reads an export to its end as fast as it comes and counts its lines.
final class WholeExport {
    private static final int PORTION = 65_536;

    private WholeExport() {}

    /// As many documents completed as there were lines.
    static Run run(URI uri) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            long begin = System.nanoTime();
            HttpResponse<InputStream> reply =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
            int lines = 0;
            long bytes = 0;
            byte[] portion = new byte[PORTION];
            try (InputStream in = reply.body()) {
                for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                    bytes += read;
                    for (int i = 0; i < read; i++) if (portion[i] == '\n') lines++;
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            int refused = reply.statusCode() == 200 ? 0 : 1;
            return new Run(lines, lines, 0, refused, seconds, seconds * 1_000, seconds * 1_000, bytes, Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
