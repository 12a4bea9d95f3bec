package dev.rozgar.domain.job;

import static dev.rozgar.domain.Decision.accepted;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.job.JobMove.Trigger;
import dev.rozgar.domain.job.JobState.Kind;
import dev.rozgar.domain.machine.Arrow;
import dev.rozgar.domain.machine.NoArrow;
import dev.rozgar.domain.machine.Option;
import dev.rozgar.domain.machine.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The machine of [JobState] seen from outside, by trying moves on it.
public final class JobMachine {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant START = NOON.plus(DAY);
    private static final Instant UNTIL = START.plus(DAY);
    private static final Openings FULL = new Openings(1, 1);

    private JobMachine() {}

    /// Every arrow, with the guards that were seen to stand on it.
    public static List<Arrow<Kind, Trigger>> arrows() {
        return Arrow.seenIn(samples().flatMap(JobMachine::trials));
    }

    /// The moves with an arrow out of that state, whatever their guards say.
    public static Set<Trigger> movesFrom(JobState state) {
        var moves = EnumSet.noneOf(Trigger.class);
        var facts = new JobFacts(PostingWindow.until(UNTIL), Openings.ONE);
        for (var trigger : Trigger.values()) {
            if (!NoArrow.answers(state.on(JobMove.sample(trigger, NOON), NOON, facts))) {
                moves.add(trigger);
            }
        }
        return moves;
    }

    static List<Option<Kind, Trigger>> options(JobState state, Instant now, JobFacts facts) {
        return Option.among(Trigger.values(), trigger -> kindOf(state.on(JobMove.sample(trigger, now), now, facts)));
    }

    private static Stream<Trial<Kind, Trigger>> trials(JobState state) {
        return Stream.of(NOON, START, UNTIL, NOON.plus(JobState.RETENTION))
                .flatMap(now -> facts().flatMap(facts -> moves().map(move ->
                        new Trial<>(state.kind(), move.trigger(), kindOf(state.on(move, now, facts))))));
    }

    private static Decision<Kind> kindOf(Decision<JobState> answer) {
        return answer.then(next -> accepted(next.kind()));
    }

    private static Stream<JobMove> moves() {
        return Stream.concat(
                Arrays.stream(Trigger.values()).map(trigger -> JobMove.sample(trigger, NOON)),
                Stream.of(new JobMove.Fill(Optional.empty()), new JobMove.Reopen(NOON.plusMillis(1))));
    }

    private static Stream<JobFacts> facts() {
        return Stream.of(Openings.ONE, FULL)
                .flatMap(openings -> Stream.of(
                        new JobFacts(PostingWindow.until(UNTIL), openings),
                        new JobFacts(PostingWindow.until(UNTIL), openings, new Standing(false, false, true)),
                        new JobFacts(window(Optional.of(START), Optional.of(UNTIL)), openings),
                        new JobFacts(window(Optional.empty(), Optional.empty()), openings)));
    }

    /// Applications end with the first moment that is tried.
    private static PostingWindow window(Optional<Instant> publishAt, Optional<Instant> expiresAt) {
        return new PostingWindow(
                publishAt,
                expiresAt,
                expiresAt.isEmpty() ? Optional.of(NOON) : Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Stream<JobState> samples() {
        return Stream.of(
                new JobState.Draft(),
                new JobState.InReview(NOON),
                new JobState.ChangesRequested(NOON, "sample"),
                new JobState.Scheduled(START, UNTIL),
                new JobState.Published(NOON, UNTIL),
                new JobState.Paused(NOON, NOON, UNTIL),
                new JobState.Filled(NOON, NOON),
                new JobState.Expired(NOON, Optional.empty()),
                new JobState.Closed(NOON, Optional.empty(), "sample"),
                new JobState.Rejected(NOON, "sample", false),
                new JobState.Archived(NOON));
    }
}
