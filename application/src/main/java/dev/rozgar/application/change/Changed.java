package dev.rozgar.application.change;

import java.util.List;

/// A thing after a change.
///
/// @param thing   as it is stored now
/// @param version the one it has now; of something removed, the one of its tombstone
/// @param lines   what the change wrote into the thing's own log, in their order
public record Changed<T>(T thing, long version, List<Transition> lines) {
    public Changed {
        lines = List.copyOf(lines);
    }
}
