package dev.rozgar.domain;

import java.time.Instant;

/// Something that happened to an aggregate and that others may want to know.
public interface Event {
    /// When it happened, in whole milliseconds.
    Instant at();
}
