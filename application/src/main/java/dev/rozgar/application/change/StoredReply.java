package dev.rozgar.application.change;

import java.util.Optional;

/// An answer kept for whoever asks again.
///
/// @param location where the thing made can be read; empty text if nothing was made
/// @param etag     of the thing after the change; empty text if it has none
/// @param body     as it was sent
/// @param token    of what was changed; the store adds it
public record StoredReply(int status, String location, String etag, byte[] body, Optional<ConsistencyToken> token) {
    public StoredReply(int status, String location, String etag, byte[] body) {
        this(status, location, etag, body, Optional.empty());
    }

    public StoredReply with(Optional<ConsistencyToken> changes) {
        return new StoredReply(status, location, etag, body, changes);
    }
}
