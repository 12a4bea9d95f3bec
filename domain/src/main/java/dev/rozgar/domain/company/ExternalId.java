package dev.rozgar.domain.company;

import dev.rozgar.domain.Text;

/// The company's number in the system it was imported from: one line of at most 100 characters.
public record ExternalId(String value) {
    public ExternalId {
        value = Text.line(value, 100);
    }
}
