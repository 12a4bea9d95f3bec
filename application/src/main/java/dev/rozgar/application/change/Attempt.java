package dev.rozgar.application.change;

import java.util.function.Function;

/// A request that may be repeated without being done twice (Idempotency-Key).
///
/// @param owner       whose key it is: keys of different callers never meet
/// @param key         1..255 visible ASCII characters
/// @param fingerprint of method, path and body: the same key with another request is refused
/// @param reply       what will be answered again, rendered before the commit and stored with it
public record Attempt<R>(String owner, String key, String fingerprint, Function<R, StoredReply> reply) {}
