package dev.rozgar.domain.job;

/// The least English asked for, in rising order.
public enum EnglishLevel {
    NONE,
    BASIC,
    GOOD,
    FLUENT
}
