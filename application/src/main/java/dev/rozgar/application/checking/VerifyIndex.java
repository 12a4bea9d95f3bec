package dev.rozgar.application.checking;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Compares the copy with the truth.
///
/// **By versions**, the usual way: every document of the copy bears the version of the claim that it was read
/// under, and the ledger knows the latest claim of each. So both engines work out, each where its data lies, how
/// many documents they have in a slice of ids and what their versions add up to (Elasticsearch can sum `_version`
/// itself, without a script or a field of its own); only slices that differ are listed, and only documents that
/// differ there are read. A change that never became a debt leaves the versions as they are and is not seen this
/// way.
///
/// **By texts**: every document is built on one side and read on the other, and their hashes are compared. A hash
/// stored with each document would be cheaper to add up, and would prove only what was once sent; what the truth
/// says now can be known by building it alone, and what the copy shows by reading it.
///
/// Both walks only name suspects; each is judged by itself, by its very bytes, once nothing is under way about
/// it. Memory is bounded by two pages of each side, however much differs.
public final class VerifyIndex {
    private static final Logger LOG = System.getLogger(VerifyIndex.class.getName());

    /// Suspects judged at a time: each with its document from either side.
    private static final int JUDGED = 100;

    /// Documents that may wait for the end of the walk to be judged again.
    private static final int DEFERRED = 20_000;

    private final CheckedTruth truth;
    private final CheckedCopy copy;
    private final Recheck recheck;
    private final Debts debts;

    /// @param debts where differences go if they are to be repaired
    public VerifyIndex(CheckedTruth truth, CheckedCopy copy, DocumentDiff diff, Debts debts) {
        this.truth = truth;
        this.copy = copy;
        this.recheck = new Recheck(truth, copy, diff);
        this.debts = debts;
    }

    /// What to compare.
    public sealed interface Scope {
        /// Every id of a range.
        record Ids(IdRange range) implements Scope {}

        /// Every document whose last change was made at that moment or later; always by their texts. What was
        /// written to the copy behind the ledger's back has not changed in this sense.
        record Since(Instant moment) implements Scope {}

        static Scope everything() {
            return new Ids(IdRange.ALL);
        }
    }

    /// @param texts whether to compare the texts of all documents, rather than their versions
    /// @param repair whether to owe anew what differs
    /// @param patience for what is under way
    public record Order(Scope scope, boolean texts, boolean repair, Patience patience) {}

    /// Told while a check goes on.
    @FunctionalInterface
    public interface Progress {
        /// @param checked listed documents so far, of about so many in all
        void at(long checked, long about);
    }

    public Findings handle(Order order, Progress progress) {
        return new Run(order, progress).findings();
    }

    /// Whether there are at most so many ids in it, or so many documents that have changed.
    public boolean isWithin(Scope scope, int most) {
        return switch (scope) {
            case Scope.Ids(IdRange range) -> range.width() <= most;
            case Scope.Since(Instant moment) ->
                truth.changedSince(moment, Long.MIN_VALUE, most + 1).size() <= most;
        };
    }

    /// The part of the range in which to look next: it begins at the first id that either side has anything of,
    /// and is not longer than `most` ids. Empty where nothing is left.
    public Optional<IdRange> following(IdRange range, long most) {
        Optional<Long> first = first(truth.firstFrom(range.first()), copy.firstFrom(range.first()))
                .filter(id -> id <= range.last());
        return first.map(id -> new IdRange(id, id > range.last() - most ? range.last() : id + most - 1));
    }

    private static Optional<Long> first(Optional<Long> one, Optional<Long> other) {
        return one.map(id -> Math.min(id, other.orElse(id))).or(() -> other);
    }

    /// One check.
    private final class Run {
        private final Order order;
        private final Progress progress;
        private final Tally tally = new Tally();
        private final List<Long> suspects = new ArrayList<>();
        private final TreeSet<Long> unsettled = new TreeSet<>();

        Run(Order order, Progress progress) {
            this.order = order;
            this.progress = progress;
        }

        Findings findings() {
            copy.refresh();
            switch (order.scope()) {
                case Scope.Ids(IdRange range) -> walk(range);
                case Scope.Since(Instant moment) -> changedSince(moment);
            }
            judgeSuspects();
            awaitUnsettled();
            return tally.findings(unsettled.size());
        }

        private void walk(IdRange all) {
            Walk walk = new Walk(truth, copy, tally, this::suspect);
            long about = truth.listed();
            Optional<IdRange> span = following(all, 1L << Walk.SPAN_BITS);
            while (span.isPresent()) {
                if (order.texts()) walk.byTexts(span.get());
                else walk.byVersions(span.get());
                progress.at(tally.checked, Math.max(about, tally.checked));
                long last = span.get().last();
                span = last == all.last()
                        ? Optional.empty()
                        : following(new IdRange(last + 1, all.last()), 1L << Walk.SPAN_BITS);
            }
        }

        private void changedSince(Instant moment) {
            List<Long> ids = truth.changedSince(moment, Long.MIN_VALUE, JUDGED);
            while (!ids.isEmpty()) {
                tally.checked += ids.size();
                tally.compared += ids.size();
                ids.forEach(this::suspect);
                progress.at(tally.checked, tally.checked);
                ids = truth.changedSince(moment, ids.getLast(), JUDGED);
            }
        }

        private void suspect(long id) {
            suspects.add(id);
            if (suspects.size() == JUDGED) judgeSuspects();
        }

        private void judgeSuspects() {
            if (suspects.isEmpty()) return;
            unsettled.addAll(judge(new TreeSet<>(suspects)));
            suspects.clear();
            if (unsettled.size() > DEFERRED) awaitUnsettled();
        }

        private void awaitUnsettled() {
            for (int round = 0; !unsettled.isEmpty() && order.patience().more(round); round++) {
                List<Long> again = List.copyOf(unsettled);
                for (int from = 0; from < again.size(); from += JUDGED) {
                    List<Long> some = again.subList(from, Math.min(again.size(), from + JUDGED));
                    List<Long> still = judge(some);
                    unsettled.removeAll(some);
                    unsettled.addAll(still);
                }
            }
        }

        /// @return those that could not be judged
        private List<Long> judge(Collection<Long> ids) {
            List<Long> open = new ArrayList<>();
            List<Long> wrong = new ArrayList<>();
            recheck.judge(ids).forEach((id, verdict) -> {
                switch (verdict) {
                    case Recheck.Verdict.InStep(boolean renumbered) -> tally.renumbered += renumbered ? 1 : 0;
                    case Recheck.Verdict.Unsettled _ -> open.add(id);
                    case Recheck.Verdict.Wrong(Difference difference) -> {
                        tally.add(difference);
                        wrong.add(id);
                        warnOfFuture(difference);
                    }
                }
            });
            if (order.repair() && !wrong.isEmpty()) {
                debts.owe(wrong);
                tally.repaired += wrong.size();
            }
            return open;
        }

        private void warnOfFuture(Difference difference) {
            if (difference.kind() == Difference.Kind.FUTURE)
                LOG.log(
                        Level.WARNING,
                        "the index holds job {0} under version {1}, never handed out: PostgreSQL has lost a past",
                        Long.toString(difference.id()),
                        Long.toString(difference.held().orElse(0L)));
        }
    }
}
