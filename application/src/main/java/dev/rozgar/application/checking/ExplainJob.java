package dev.rozgar.application.checking;

import dev.rozgar.application.checking.CheckedTruth.Facts;
import dev.rozgar.application.checking.Explanation.State;
import dev.rozgar.application.checking.Standing.Debt;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Answers the question "why does the search show that?" for one job.
public final class ExplainJob {
    private final CheckedTruth truth;
    private final CheckedCopy copy;
    private final DocumentDiff diff;
    private final Recheck recheck;

    public ExplainJob(CheckedTruth truth, CheckedCopy copy, DocumentDiff diff) {
        this.truth = truth;
        this.copy = copy;
        this.diff = diff;
        this.recheck = new Recheck(truth, copy, diff);
    }

    /// @param now the moment at which it is shown or not
    public Explanation handle(JobId job, Instant now) {
        long id = job.value();
        Recheck.Verdict verdict =
                Objects.requireNonNull(recheck.judge(List.of(id)).get(id));
        Optional<Held> held = Optional.ofNullable(copy.held(List.of(id)).get(id));
        Standing standing =
                Objects.requireNonNull(truth.standings(List.of(id), true).get(id));
        Optional<Facts> facts = truth.facts(id);
        State state = state(verdict);
        boolean shown =
                standing.listed() && facts.filter(its -> isWithin(its, now)).isPresent();
        return new Explanation(
                id,
                facts,
                standing.listed(),
                shown,
                standing.debt(),
                standing.spreading(),
                held.map(Held::version),
                held.filter(its -> its.document().isEmpty()).isPresent(),
                copy.visible(id),
                answer(standing.debt()),
                state,
                fields(verdict, standing, held),
                repair(state, standing, shown),
                command(state, standing, id));
    }

    private static boolean isWithin(Facts facts, Instant now) {
        return facts.from().filter(from -> !now.isBefore(from)).isPresent()
                && facts.until().filter(until -> !now.isBefore(until)).isEmpty();
    }

    private static State state(Recheck.Verdict verdict) {
        return switch (verdict) {
            case Recheck.Verdict.InStep _ -> State.IN_STEP;
            case Recheck.Verdict.Unsettled _ -> State.UNDER_WAY;
            case Recheck.Verdict.Wrong(Difference difference) ->
                switch (difference.kind()) {
                    case MISSING -> State.MISSING;
                    case EXTRA -> State.EXTRA;
                    case STALE -> State.STALE;
                    case FUTURE -> State.FUTURE;
                    case DIFFERENT -> State.DIFFERENT;
                };
        };
    }

    /// What is under way has its differences too, and they are of interest here.
    private List<FieldDifference> fields(Recheck.Verdict verdict, Standing standing, Optional<Held> held) {
        if (verdict instanceof Recheck.Verdict.Wrong(Difference difference)) return difference.fields();
        return standing.document()
                .flatMap(wanted -> held.flatMap(Held::document)
                        .filter(shown -> !wanted.hasBytesOf(shown))
                        .map(shown -> diff.between(wanted, shown)))
                .orElse(List.of());
    }

    private static String answer(Optional<Debt> ledger) {
        if (ledger.isEmpty()) return "never asked: the ledger has not heard of it";
        Debt debt = ledger.get();
        if (debt.error().isPresent())
            return "refused " + debt.tries() + " times, at last with: "
                    + debt.error().get();
        if (debt.indexed() == debt.wanted()) return "took change " + debt.indexed() + " of " + debt.wanted();
        return debt.indexed() == 0
                ? "nothing yet"
                : "took change " + debt.indexed() + " of " + debt.wanted() + ", nothing since";
    }

    private static String repair(State state, Standing standing, boolean shown) {
        boolean setAside = standing.debt().filter(Debt::setAside).isPresent();
        if (setAside)
            return "It was set aside, because Elasticsearch refused it too often. Remove the reason, then redrive it.";
        return switch (state) {
            case IN_STEP ->
                standing.listed() && !shown
                        ? "Nothing is wrong: it is listed, but outside of its posting window."
                        : "Nothing is wrong.";
            case UNDER_WAY ->
                standing.spreading() && !standing.isOwed()
                        ? "Wait: a change of many documents is being spread over them."
                        : "Wait: a relay pays the debt. If it stays, see whether a service runs and the index answers.";
            case FUTURE ->
                "The index holds a version from a past that PostgreSQL has lost, and refuses every lower one. Owe it"
                        + " anew: the relay then begins an epoch of versions above that.";
            case MISSING, EXTRA, STALE, DIFFERENT -> "Owe it anew: a relay then writes it as the truth has it.";
        };
    }

    private static Optional<String> command(State state, Standing standing, long id) {
        if (standing.debt().filter(Debt::setAside).isPresent()) return Optional.of("rozgar index redrive --id " + id);
        return switch (state) {
            case IN_STEP, UNDER_WAY -> Optional.empty();
            case MISSING, EXTRA, STALE, FUTURE, DIFFERENT ->
                Optional.of("rozgar verify --deep --repair --range " + id + ".." + id);
        };
    }
}
