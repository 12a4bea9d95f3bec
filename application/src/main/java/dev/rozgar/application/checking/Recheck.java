package dev.rozgar.application.checking;

import dev.rozgar.application.checking.Difference.Kind;
import dev.rozgar.application.document.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Judges documents one by one, and never one about which something is under way.
///
/// Truth, copy, truth again: only if the truth and its ledger stand as before, with nothing owed, was what the
/// copy held in between its last word. A change that commits during this is owed from that moment on, a relay
/// that is between its claim and its settlement has not settled the debt, and a change of many documents waits to
/// be spread until it is owed; each makes the document unsettled, to be judged later.
///
/// The same text under a lower number is no difference: two relays may have paid one debt, after a lease that ran
/// out, and the number that the ledger knows may be that of the one that came to nothing.
final class Recheck {
    /// What became of one document.
    sealed interface Verdict {
        /// The copy is right.
        record InStep(boolean renumbered) implements Verdict {}

        /// Something is under way.
        record Unsettled() implements Verdict {}

        record Wrong(Difference difference) implements Verdict {}
    }

    private static final Verdict IN_STEP = new Verdict.InStep(false);

    private final CheckedTruth truth;
    private final CheckedCopy copy;
    private final DocumentDiff diff;

    Recheck(CheckedTruth truth, CheckedCopy copy, DocumentDiff diff) {
        this.truth = truth;
        this.copy = copy;
        this.diff = diff;
    }

    /// By id, in the order of the ids. As many at a time as there is memory for their documents, twice.
    Map<Long, Verdict> judge(Collection<Long> ids) {
        Map<Long, Standing> before = truth.standings(ids, false);
        Map<Long, Held> held = copy.held(ids);
        // After what was held was handed out, and so not below it.
        long newest = truth.newestVersion();
        Map<Long, Standing> after = truth.standings(ids, true);
        Map<Long, Verdict> verdicts = new TreeMap<>();
        for (long id : ids) {
            Standing standing = Objects.requireNonNull(after.get(id));
            boolean settled = standing.isSettledSince(Objects.requireNonNull(before.get(id)));
            Suspect suspect = new Suspect(id, standing, Optional.ofNullable(held.get(id)), newest);
            verdicts.put(id, settled ? judge(suspect) : new Verdict.Unsettled());
        }
        return verdicts;
    }

    private record Suspect(long id, Standing standing, Optional<Held> held, long newest) {
        Optional<Document> shown() {
            return held.flatMap(Held::document);
        }

        long heldVersion() {
            return held.map(Held::version).orElse(0L);
        }

        Difference of(Kind kind, List<FieldDifference> fields) {
            Optional<String> cause = standing.debt()
                    .filter(Standing.Debt::setAside)
                    .map(debt -> "set aside after " + debt.tries() + " refusals: "
                            + debt.error().orElse("no reason given"));
            return new Difference(id, kind, standing.version(), held.map(Held::version), fields, cause);
        }
    }

    private Verdict judge(Suspect suspect) {
        Optional<Document> wanted = suspect.standing.document();
        Optional<Document> shown = suspect.shown();
        if (suspect.heldVersion() > suspect.newest) {
            List<FieldDifference> fields =
                    wanted.isPresent() && shown.isPresent() ? diff.between(wanted.get(), shown.get()) : List.of();
            return new Verdict.Wrong(suspect.of(Kind.FUTURE, fields));
        }
        if (wanted.isEmpty()) return shown.isEmpty() ? IN_STEP : wrong(suspect, Kind.EXTRA);
        if (shown.isEmpty()) return wrong(suspect, Kind.MISSING);
        return compare(suspect, wanted.get(), shown.get());
    }

    private Verdict compare(Suspect suspect, Document wanted, Document shown) {
        long version = suspect.standing.version();
        if (wanted.hasBytesOf(shown)) return new Verdict.InStep(suspect.heldVersion() != version);
        // It may have been read from rows that this change has not reached in the ledger yet.
        if (suspect.standing.spreading()) return new Verdict.Unsettled();
        Kind kind = suspect.heldVersion() < version ? Kind.STALE : Kind.DIFFERENT;
        return new Verdict.Wrong(suspect.of(kind, diff.between(wanted, shown)));
    }

    private static Verdict wrong(Suspect suspect, Kind kind) {
        return new Verdict.Wrong(suspect.of(kind, List.of()));
    }
}
