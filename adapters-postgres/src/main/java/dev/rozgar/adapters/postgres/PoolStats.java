package dev.rozgar.adapters.postgres;

/// The pool at one moment, for gauges.
///
/// @param active connections at work
/// @param idle connections at rest
/// @param waiting threads that wait for a connection
/// @param most connections there may be
public record PoolStats(int active, int idle, int waiting, int most) {}
