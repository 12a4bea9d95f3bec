package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.function.Executable;

/// Reads what a constructor says when it refuses.
public final class Refusal {
    private Refusal() {}

    /// Each fault as `pointer CODE`, in order.
    public static List<String> of(Executable making) {
        return assertThrows(InvalidValues.class, making).faults().stream()
                .map(f -> (f.pointer() + " " + f.code()).strip())
                .toList();
    }
}
