package dev.rozgar.domain;

import java.util.List;
import java.util.stream.Collectors;

/// The one exception of values that cannot be: it lists every fault, with pointers relative to the value that was
/// being built. [Faults] catches it and moves the pointers on as values nest.
public final class InvalidValues extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /// At least one fault.
    public InvalidValues(List<Fault> faults) {
        super(faults.stream()
                .map(f -> (f.pointer().isEmpty() ? "value" : f.pointer()) + " " + f.code() + ": " + f.detail())
                .collect(Collectors.joining("; ")));
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("invalid without a fault");
        }
        this.faults = List.copyOf(faults);
    }

    /// One fault of the value itself.
    public static InvalidValues of(String code, String detail) {
        return new InvalidValues(List.of(new Fault("", code, detail)));
    }

    /// All of them, in the order they were found.
    public List<Fault> faults() {
        return faults;
    }
}
