package dev.rozgar.domain.job;

/// What comes on top of pay; PF is the provident fund, ESI the state insurance.
public enum Benefit {
    PF,
    ESI,
    FOOD,
    STAY,
    CAB,
    INSURANCE,
    JOINING_BONUS
}
