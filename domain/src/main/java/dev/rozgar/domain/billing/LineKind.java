package dev.rozgar.domain.billing;

/// What a company pays for.
public enum LineKind {
    POST_FEE,
    PER_APPLICATION,
    PER_INTERVIEW,
    PER_JOINING,
    BOOST,
    /// Given back: on credit notes only.
    CREDIT
}
