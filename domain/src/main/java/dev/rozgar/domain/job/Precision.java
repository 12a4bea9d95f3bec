package dev.rozgar.domain.job;

/// How exactly a place is known; a point with precision LOCALITY is the middle of the town.
public enum Precision {
    STREET,
    POSTCODE,
    LOCALITY,
    REGION
}
