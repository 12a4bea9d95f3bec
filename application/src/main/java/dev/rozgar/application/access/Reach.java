package dev.rozgar.application.access;

/// How far a right goes.
public enum Reach {
    /// Only what belongs to the identity's own company or to the candidate.
    OWN,
    /// Everything.
    ANY
}
