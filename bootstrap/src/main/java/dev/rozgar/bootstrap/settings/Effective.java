package dev.rozgar.bootstrap.settings;

/// One setting as it is in force.
///
/// @param shown its value, masked if it is a secret
/// @param source where it comes from
public record Effective(String key, String shown, String source) {}
