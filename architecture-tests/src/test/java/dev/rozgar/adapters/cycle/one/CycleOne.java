package dev.rozgar.adapters.cycle.one;

import dev.rozgar.adapters.cycle.two.CycleTwo;

/// Breaks, with its partner: rooms of an adapter have no cycles.
public record CycleOne(CycleTwo partner) {}
