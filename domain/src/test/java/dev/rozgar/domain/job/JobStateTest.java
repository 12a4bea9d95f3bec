package dev.rozgar.domain.job;

import static dev.rozgar.domain.job.SampleJobs.NOW;
import static dev.rozgar.domain.job.SampleJobs.UNTIL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.job.JobMove.Trigger;
import dev.rozgar.domain.job.JobState.Archived;
import dev.rozgar.domain.job.JobState.ChangesRequested;
import dev.rozgar.domain.job.JobState.Closed;
import dev.rozgar.domain.job.JobState.Draft;
import dev.rozgar.domain.job.JobState.Expired;
import dev.rozgar.domain.job.JobState.Filled;
import dev.rozgar.domain.job.JobState.InReview;
import dev.rozgar.domain.job.JobState.Kind;
import dev.rozgar.domain.job.JobState.Paused;
import dev.rozgar.domain.job.JobState.Published;
import dev.rozgar.domain.job.JobState.Rejected;
import dev.rozgar.domain.job.JobState.Scheduled;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole table of the machine, walked pair by pair with guards that let pass.
class JobStateTest {
    private static final Instant START = NOW.plusSeconds(3600);

    private static final String TABLE = """
            DRAFT              SUBMIT>IN_REVIEW
            IN_REVIEW          APPROVE>PUBLISHED REQUEST_CHANGES>CHANGES_REQUESTED REJECT>REJECTED MARK_SPAM>REJECTED
            CHANGES_REQUESTED  SUBMIT>IN_REVIEW
            SCHEDULED          START>PUBLISHED EXPIRE>EXPIRED CLOSE>CLOSED
            PUBLISHED          REQUEST_CHANGES>CHANGES_REQUESTED REJECT>REJECTED MARK_SPAM>REJECTED PAUSE>PAUSED \
            FILL>FILLED EXPIRE>EXPIRED CLOSE>CLOSED
            PAUSED             RESUME>PUBLISHED FILL>FILLED EXPIRE>EXPIRED CLOSE>CLOSED
            FILLED             REOPEN>PUBLISHED ARCHIVE>ARCHIVED
            EXPIRED            REOPEN>PUBLISHED ARCHIVE>ARCHIVED
            CLOSED             REOPEN>PUBLISHED ARCHIVE>ARCHIVED
            REJECTED           ARCHIVE>ARCHIVED
            ARCHIVED
            """;

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyMoveFromEveryStateLeadsWhereTheTableSays(Kind from, Trigger trigger, Optional<Kind> to) {
        var answer = state(from)
                .on(move(trigger), inTimeFor(trigger), SampleJobs.content().facts());
        switch (answer) {
            case Decision.Accepted<JobState> yes ->
                assertEquals(to, Optional.of(yes.next().kind()));
            case Decision.Refused<JobState> no -> {
                assertEquals(to, Optional.empty(), () -> no.reasons().toString());
                assertEquals(
                        trigger + " is not possible while the job is " + from + ".",
                        no.reasons().getFirst().detail());
                assertEquals(List.of("MOVE_NOT_PERMITTED"), SampleJobs.codes(no));
            }
        }
    }

    static Stream<Arguments> everyPair() {
        return Arrays.stream(Kind.values())
                .flatMap(from -> Arrays.stream(Trigger.values())
                        .map(trigger -> Arguments.of(
                                from, trigger, Optional.ofNullable(row(from).get(trigger)))));
    }

    @Test
    void theTableIsWhole() {
        assertEquals(Set.of(Kind.values()), table().keySet());
        assertEquals(143, everyPair().count());
        assertEquals(27, table().values().stream().mapToInt(Map::size).sum());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void permittedMovesAreTheArrowsOfTheTable(Kind kind) {
        assertEquals(row(kind).keySet(), JobMachine.movesFrom(state(kind)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void statesBearTheirName(Kind kind) {
        assertEquals(kind, state(kind).kind());
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void movesBearTheirName(Trigger trigger) {
        assertEquals(trigger, JobMove.sample(trigger, NOW).trigger());
    }

    @Test
    void onlyAPublishedJobIsListed() {
        assertEquals(
                List.of(Kind.PUBLISHED),
                Arrays.stream(Kind.values()).filter(k -> state(k).isListed()).toList());
    }

    @Test
    void anExpiryIsInForceWhileScheduledPublishedOrPaused() {
        assertEquals(
                List.of(Kind.SCHEDULED, Kind.PUBLISHED, Kind.PAUSED),
                Arrays.stream(Kind.values())
                        .filter(k -> state(k).inForceUntil().isPresent())
                        .toList());
    }

    private static JobMove move(Trigger trigger) {
        return trigger == Trigger.REOPEN ? new JobMove.Reopen(UNTIL) : JobMove.sample(trigger, NOW);
    }

    private static Instant inTimeFor(Trigger trigger) {
        return switch (trigger) {
            case START -> START;
            case EXPIRE -> UNTIL;
            case ARCHIVE -> NOW.plus(JobState.RETENTION);
            case SUBMIT, APPROVE, REQUEST_CHANGES, REJECT, MARK_SPAM, PAUSE, RESUME, FILL, REOPEN, CLOSE -> NOW;
        };
    }

    private static JobState state(Kind kind) {
        return switch (kind) {
            case DRAFT -> new Draft();
            case IN_REVIEW -> new InReview(NOW);
            case CHANGES_REQUESTED -> new ChangesRequested(NOW, "Say where");
            case SCHEDULED -> new Scheduled(START, UNTIL);
            case PUBLISHED -> new Published(NOW, UNTIL);
            case PAUSED -> new Paused(NOW, NOW, UNTIL);
            case FILLED -> new Filled(NOW, NOW);
            case EXPIRED -> new Expired(NOW, Optional.of(NOW));
            case CLOSED -> new Closed(NOW, Optional.of(NOW), "No budget");
            case REJECTED -> new Rejected(NOW, "Asks for money", false);
            case ARCHIVED -> new Archived(NOW);
        };
    }

    private static Map<Trigger, Kind> row(Kind from) {
        return table().getOrDefault(from, Map.of());
    }

    private static Map<Kind, Map<Trigger, Kind>> table() {
        return TABLE.lines()
                .map(line -> line.strip().split("\\s+"))
                .collect(Collectors.toMap(words -> Kind.valueOf(words[0]), JobStateTest::arrows));
    }

    private static Map<Trigger, Kind> arrows(String[] words) {
        var arrows = new EnumMap<Trigger, Kind>(Trigger.class);
        for (var arrow : Arrays.copyOfRange(words, 1, words.length)) {
            var ends = arrow.split(">", -1);
            arrows.put(Trigger.valueOf(ends[0]), Kind.valueOf(ends[1]));
        }
        return arrows;
    }
}
