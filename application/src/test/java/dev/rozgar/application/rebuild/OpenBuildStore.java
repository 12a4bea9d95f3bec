package dev.rozgar.application.rebuild;

import dev.rozgar.application.indexing.IndexLedger;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// The listed jobs with their ledger and their build log, that contracts are tried on. An implementation says how
/// to open them and how jobs change beneath.
abstract class OpenBuildStore {
    static final Duration LONG = Duration.ofHours(1);

    /// The truth with its ledger.
    public record Store(ListedJobs jobs, IndexLedger ledger, BuildLog log) {}

    private @Nullable Store opened;

    /// Without any job or build.
    protected abstract Store open();

    /// Commits a listed job with this id and title, new or changed.
    protected abstract void change(long id, String title);

    /// Commits that the job is no longer listed.
    protected abstract void hide(long id);

    @BeforeEach
    void openStore() {
        opened = open();
    }

    final void pay() {
        ledger().settle(ledger().claim(10, LONG).claims());
    }

    final Store store() {
        return Objects.requireNonNull(opened);
    }

    final IndexLedger ledger() {
        return store().ledger();
    }

    final BuildLog log() {
        return store().log();
    }
}
