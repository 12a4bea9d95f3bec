package dev.rozgar.domain.cycle.two;

import dev.rozgar.domain.cycle.one.CycleOne;
import java.util.Optional;

/// See [CycleOne].
public record CycleTwo(Optional<CycleOne> partner) {}
