package dev.rozgar.domain.company;

import dev.rozgar.domain.Text;

/// A branch of the industry tree, which is reference data: at most 40 ASCII letters, digits, dots, hyphens and
/// underscores.
public record IndustryCode(String value) {
    public IndustryCode {
        value = Text.token(value, 40, "._-");
    }
}
