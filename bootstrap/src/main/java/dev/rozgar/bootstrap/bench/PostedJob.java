package dev.rozgar.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The job that benchmarks post: a realistic one with all its nested rows.
final class PostedJob {
    private PostedJob() {}

    /// By which the jobs of one benchmark are found again.
    static String newSource() {
        return "bench-" + Long.toString(System.currentTimeMillis(), 36);
    }

    /// Every time the same, since `ab` can do no other.
    static byte[] body(Board board, String source) {
        try (var template = PostedJob.class.getResourceAsStream("job.json")) {
            if (template == null) throw new IllegalStateException("job.json is not in the jar");
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@COMPANY@", String.valueOf(board.verifiedCompany()))
                    .replace("@OCCUPATION@", String.valueOf(board.occupation()))
                    .replace("@SOURCE@", source)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
