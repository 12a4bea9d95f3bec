package dev.rozgar.application.cycle.two;

import dev.rozgar.application.cycle.one.CycleOne;
import java.util.Optional;

/// See [CycleOne].
public record CycleTwo(Optional<CycleOne> partner) {}
