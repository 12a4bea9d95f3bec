package dev.rozgar.application.indexing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Documents that the index refused too often. They stay aside until they change or are redriven: owed once more, as if
/// they had changed. Throws [dev.rozgar.application.PortFailure] when PostgreSQL does not answer.
public interface DeadLetters {
    /// At most `most` of them with larger ids than this one, in the order of their ids.
    List<DeadLetter> page(long after, int most);

    /// Owes this one, or all of them; of those that are not set aside, nothing.
    ///
    /// @return how many
    long redrive(Optional<Long> id);

    /// Owes all of them if the live index has another mapping than when this was called the last time. Whoever calls
    /// it, they are redriven once.
    ///
    /// @param fingerprint of the mapping
    /// @return how many
    long redriveFor(String fingerprint);

    /// @param error what Elasticsearch said last
    /// @param since when the oldest change was made that the index has not taken
    record DeadLetter(long id, String error, int tries, Instant since) {}
}
