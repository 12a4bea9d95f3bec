package dev.rozgar.application.change;

import java.util.function.BiFunction;

/// A request that may be repeated without being done twice (Idempotency-Key).
///
/// @param owner       whose key it is: keys of different callers never meet
/// @param key         1..255 visible ASCII characters
/// @param fingerprint of method, path and body: the same key with another request is refused
/// @param reply       what will be answered again, by how far the change has come; rendered before the commit and
/// stored
///                    with it as [Sync#ACCEPTED]
public record Attempt<R>(String owner, String key, String fingerprint, BiFunction<R, Sync, StoredReply> reply) {}
