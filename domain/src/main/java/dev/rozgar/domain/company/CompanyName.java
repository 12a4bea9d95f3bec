package dev.rozgar.domain.company;

import dev.rozgar.domain.Text;

/// One line of at most 80 characters.
public record CompanyName(String value) {
    public CompanyName {
        value = Text.line(value, 80);
    }
}
