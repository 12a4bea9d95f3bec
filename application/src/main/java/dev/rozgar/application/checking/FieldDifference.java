package dev.rozgar.application.checking;

/// One place at which two documents differ.
///
/// @param path as in `pay.min` or `locations[1].country`
/// @param truth what the truth says there, as JSON and cut short; empty if it has nothing there
/// @param copy what the copy says there, likewise
public record FieldDifference(String path, String truth, String copy) {}
