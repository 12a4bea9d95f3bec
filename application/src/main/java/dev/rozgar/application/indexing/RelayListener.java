package dev.rozgar.application.indexing;

import java.time.Duration;

/// What a relay tells of its work, for metrics. Called on the relay's own thread, which must not be held up.
public interface RelayListener {
    /// The index has acknowledged a document.
    ///
    /// @param owedFor from the oldest change that it brings until now
    void paid(Duration owedFor);

    /// The index has refused a document.
    void refused(long id, String reason);

    /// The index keeps versions as high as those of so many documents.
    void contested(int documents);

    /// PostgreSQL has gone back in time.
    ///
    /// @param held the version that the index holds
    /// @param newest the highest that PostgreSQL knows to have handed out
    void wentBack(long held, long newest);

    /// An engine is out of reach or has no room, and the relay waits for it.
    void paused(String reason);
}
