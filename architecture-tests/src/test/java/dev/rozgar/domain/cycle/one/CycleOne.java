package dev.rozgar.domain.cycle.one;

import dev.rozgar.domain.cycle.two.CycleTwo;

/// Breaks, with its partner: packages of the core have no cycles.
public record CycleOne(CycleTwo partner) {}
