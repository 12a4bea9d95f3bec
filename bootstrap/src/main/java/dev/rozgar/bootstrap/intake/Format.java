package dev.rozgar.bootstrap.intake;

import java.nio.file.Path;
import java.util.Locale;

/// The kinds of files that can be imported.
public enum Format {
    /// Comma-separated values, read by a profile.
    CSV,
    /// One schema.org JobPosting in JSON per line.
    NDJSON;

    /// By the file's extension: `.ndjson`, `.jsonl` and `.json` are NDJSON, all else is CSV.
    static Format of(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".json") ? NDJSON : CSV;
    }
}
