package dev.rozgar.domain.job;

import dev.rozgar.domain.Text;

/// A heading the job is filed under, in the employer's words: one line of at most 100 characters.
public record Category(String value) {
    public Category {
        value = Text.line(value, 100);
    }
}
