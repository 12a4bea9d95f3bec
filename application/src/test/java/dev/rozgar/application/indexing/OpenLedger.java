package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// A ledger that contracts are tried on. An implementation says only how to open one and how jobs change beneath
/// it.
abstract class OpenLedger {
    static final Duration LONG = Duration.ofHours(1);
    static final Duration NONE = Duration.ZERO;

    private @Nullable IndexLedger opened;

    /// An empty ledger over no jobs.
    protected abstract IndexLedger open();

    /// Commits a listed job with this id and title, new or changed.
    protected abstract void change(long id, String title);

    /// Commits that the job is no longer listed.
    protected abstract void hide(long id);

    @BeforeEach
    void openLedger() {
        opened = open();
    }

    final IndexLedger ledger() {
        return Objects.requireNonNull(opened);
    }

    final List<Claim> claim(Duration lease) {
        return ledger().claim(10, lease).claims();
    }

    static List<Long> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}
