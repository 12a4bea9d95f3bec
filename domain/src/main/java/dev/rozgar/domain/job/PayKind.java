package dev.rozgar.domain.job;

/// How pay comes about; PER_TASK pay is what the tasks of one period are expected to bring.
public enum PayKind {
    FIXED,
    FIXED_PLUS_INCENTIVE,
    PER_TASK
}
