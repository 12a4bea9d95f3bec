package dev.rozgar.adapters.cycle.two;

import dev.rozgar.adapters.cycle.one.CycleOne;
import java.util.Optional;

/// See [CycleOne].
public record CycleTwo(Optional<CycleOne> partner) {}
