package dev.rozgar.application.access;

/// How far a right goes.
public enum Reach {
    /// Only what belongs to the identity's own company or to the candidate, or what the partner has brought.
    OWN,
    /// Everything.
    ANY
}
