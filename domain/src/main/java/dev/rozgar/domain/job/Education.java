package dev.rozgar.domain.job;

/// The least schooling asked for, in rising order, as Indian boards name it.
public enum Education {
    BELOW_10TH,
    TENTH,
    TWELFTH,
    ITI,
    DIPLOMA,
    GRADUATE,
    POSTGRADUATE
}
