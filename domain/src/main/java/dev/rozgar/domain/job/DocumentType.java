package dev.rozgar.domain.job;

/// Papers a candidate must bring.
public enum DocumentType {
    DRIVING_LICENCE,
    AADHAAR,
    PAN,
    BANK_ACCOUNT
}
