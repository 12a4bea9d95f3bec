package dev.rozgar.domain;

import org.jspecify.annotations.Nullable;

/// A value that may have been refused while [Faults] was collecting; taken out once all fields were looked at.
///
/// @param <T> the value's type
public final class Checked<T> {
    private final @Nullable T value;
    private final @Nullable InvalidValues refusal;

    private Checked(@Nullable T value, @Nullable InvalidValues refusal) {
        this.value = value;
        this.refusal = refusal;
    }

    static <T> Checked<T> valid(T value) {
        return new Checked<>(value, null);
    }

    static <T> Checked<T> refused(InvalidValues refusal) {
        return new Checked<>(null, refusal);
    }

    /// The value.
    ///
    /// @throws InvalidValues if it was refused, so that no caller ever meets a half-built object
    public T get() {
        if (refusal != null) {
            throw refusal;
        }
        if (value == null) {
            throw new IllegalStateException("neither valid nor refused");
        }
        return value;
    }
}
