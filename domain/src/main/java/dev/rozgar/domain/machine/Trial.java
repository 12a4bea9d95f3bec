package dev.rozgar.domain.machine;

import dev.rozgar.domain.Decision;

/// One move tried on one state, and the answer.
///
/// @param <K> the states' names
/// @param <T> the moves' names
public record Trial<K extends Enum<K>, T extends Enum<T>>(K from, T trigger, Decision<K> answer) {}
