package dev.rozgar.bootstrap;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.StagedTruth;
import dev.rozgar.application.indexing.StrictTransactions;
import dev.rozgar.application.indexing.StrictTransactions.Limits;
import dev.rozgar.application.indexing.StrictWrite;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.bootstrap.settings.Settings;
import java.time.Duration;

/// What writes go through under the policy `strict`.
final class StrictPolicy {
    /// What a write needs beside the index's answer, at the most, before relays take its intent for left behind.
    private static final Duration REST = Duration.ofMillis(500);

    private final StagedTruth truth;
    private final JobIndex index;
    private final SearchCopy copy;
    private final Limits limits;

    StrictPolicy(Settings settings, Postgres postgres, SearchCopy copy) {
        Duration deadline = settings.strict().deadline();
        this.truth = postgres.stagedTruth(settings.strict().pool());
        this.index = copy.elasticsearch().jobIndex(deadline);
        this.copy = copy;
        this.limits = new Limits(deadline.plus(REST), settings.relay().indexedWithin());
    }

    JobRepository jobs(JobRepository plain) {
        return new StrictWrite(plain, truth, index, copy.relay(), limits);
    }

    Transactions transactions(Transactions plain) {
        return new StrictTransactions(plain, truth, index, copy.relay(), limits);
    }
}
