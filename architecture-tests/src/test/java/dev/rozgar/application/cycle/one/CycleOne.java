package dev.rozgar.application.cycle.one;

import dev.rozgar.application.cycle.two.CycleTwo;

/// Breaks, with its partner: packages of the core have no cycles.
public record CycleOne(CycleTwo partner) {}
