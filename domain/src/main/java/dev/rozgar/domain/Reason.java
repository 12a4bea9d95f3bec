package dev.rozgar.domain;

/// Why a move is refused, and what would make it possible.
///
/// @param code   UPPER_SNAKE, at most 63 characters, stable: clients may switch on it
/// @param detail one sentence for people
/// @param fix    what to do about it, or an empty text where nothing helps
public record Reason(String code, String detail, String fix) {
    public Reason {
        if (!Code.isCode(code)) {
            throw new IllegalArgumentException("not a code: " + code);
        }
    }
}
