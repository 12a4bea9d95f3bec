package dev.rozgar.domain.job;

import dev.rozgar.domain.Text;

/// One line of at most 100 characters (hasjob's limit; Google allows 500).
public record Title(String value) {
    public Title {
        value = Text.line(value, 100);
    }
}
