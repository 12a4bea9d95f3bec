package dev.rozgar.application.indexing;

import dev.rozgar.application.indexing.HeldVersions.Held;
import dev.rozgar.application.indexing.Versions.Suspects;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/// Notices that PostgreSQL has gone back behind versions which the index holds, and has what they stand for written
/// again.
///
/// | PostgreSQL is | noticed by |
/// |---|---|
/// | another server, or on another timeline (a dump restored, a standby promoted) | its identity |
/// | the same, with an earlier state (a data directory put back) | the index's highest version, which nobody has handed
/// out |
/// | the same, and the version that nobody has handed out was hidden from searches | the index's no to a write |
///
/// Looked at before the first claim, before the first one after PostgreSQL was out of reach, and once a minute. Nothing
/// is claimed before: a claim takes versions, and would soon hide how far the database has fallen behind.
///
/// Then an epoch begins above all that the index holds, and every document whose version may have been lost is owed:
/// changed or deleted in the lost history, or known to the index alone. Dying in between leaves the note of what has to
/// be looked through, for the next relay.
///
/// Not noticed is the loss of a tail that handed out fewer versions than a sequence may skip in a restart (32), if the
/// server is the same and none of its documents changes again: that is left to the checker.
final class VersionGuard {
    private static final System.Logger LOG = System.getLogger(VersionGuard.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int PAGE = 1_000;

    private final Versions versions;
    private final JobIndex index;
    private final RelayFigures figures;
    private final LongSupplier nanos;
    private volatile boolean sure;
    private volatile long checked;

    VersionGuard(Versions versions, JobIndex index, RelayFigures figures, LongSupplier nanos) {
        this.versions = versions;
        this.index = index;
        this.figures = figures;
        this.nanos = nanos;
    }

    /// Looks, if it is time to.
    void ensure() {
        long now = nanos.getAsLong();
        if (sure && now - checked < EVERY.toNanos()) return;
        look();
        checked = now;
        sure = true;
    }

    /// PostgreSQL was out of reach: whatever it says next may come from another past.
    void doubt() {
        sure = false;
    }

    private void look() {
        if (versions.beginEpochIfMoved())
            LOG.log(Level.WARNING, "PostgreSQL is another server or on another timeline: an epoch of versions begins");
        compare(index.held().highest());
        versions.suspects().ifPresent(this::sweep);
    }

    /// Versions that have kept documents from the index.
    void contested(Collection<Long> held) {
        figures.contest(held.size());
        if (compare(Collections.max(held))) versions.suspects().ifPresent(this::sweep);
    }

    private boolean compare(long held) {
        // Asked after the index has answered: whatever it holds of this history was handed out before.
        long newest = versions.newest();
        if (held <= newest) return false;
        figures.goBack();
        if (versions.beginEpochAbove(held))
            LOG.log(
                    Level.ERROR,
                    "the index holds version {0}, but PostgreSQL has handed out none above {1}: it has gone back in time,"
                            + " or another installation writes to this index. An epoch of versions begins",
                    Long.toString(held),
                    Long.toString(newest));
        return true;
    }

    private void sweep(Suspects suspects) {
        index.refresh();
        long owed = 0;
        List<Held> page = index.held().after(suspects.above(), Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            List<Long> ids = page.stream()
                    .filter(held -> held.version() < suspects.below())
                    .map(Held::id)
                    .toList();
            versions.owe(ids);
            owed += ids.size();
            if (ids.size() < page.size()) break;
            page = index.held().after(page.getLast().version(), page.getLast().id(), PAGE);
        }
        versions.cleared(suspects);
        LOG.log(Level.WARNING, "{0} documents of the index may be of a lost past: they are written again", owed);
    }
}
