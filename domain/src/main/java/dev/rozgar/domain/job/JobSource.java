package dev.rozgar.domain.job;

import dev.rozgar.domain.Text;

/// Where the job came from ("api", "nyc"): one line of at most 100 characters.
public record JobSource(String value) {
    public JobSource {
        value = Text.line(value, 100);
    }
}
