package dev.rozgar.application.change;

/// An answer kept for whoever asks again.
///
/// @param location where the thing made can be read; empty text if nothing was made
/// @param etag     of the thing after the change; empty text if it has none
/// @param body     as it was sent
public record StoredReply(int status, String location, String etag, byte[] body) {}
