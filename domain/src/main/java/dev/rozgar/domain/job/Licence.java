package dev.rozgar.domain.job;

import dev.rozgar.domain.Text;

/// A licence by its usual name ("LMV", "Forklift"): one line of at most 60 characters.
public record Licence(String value) {
    public Licence {
        value = Text.line(value, 60);
    }
}
