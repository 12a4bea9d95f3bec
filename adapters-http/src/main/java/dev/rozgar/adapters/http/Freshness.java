package dev.rozgar.adapters.http;

import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.Sync;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// What is known of how far the index has come.
///
/// @param shows whether it shows what a token tells of, by id ([Sync#INDEXED]) or to searches ([Sync#VISIBLE]); waits a
/// little for it
/// @param lag   age of the oldest change that it has not acknowledged; empty while that is not known, or without an
/// index
public record Freshness(BiPredicate<ConsistencyToken, Sync> shows, Supplier<Optional<Duration>> lag) {
    /// Without an index, PostgreSQL answers whatever is asked for.
    public static final Freshness OF_NO_INDEX = new Freshness((_, _) -> false, Optional::empty);
}
