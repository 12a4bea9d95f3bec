package dev.rozgar.engines;

/// Where a server comes from.
public enum Origin {
    /// Somebody named it; it is used and never stopped.
    CONFIGURED,
    /// Docker runs it for us.
    CONTAINER,
    /// A child process of this JVM.
    EMBEDDED
}
