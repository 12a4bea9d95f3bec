package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.hiring.SampleHiring.DAY;
import static dev.rozgar.domain.hiring.SampleHiring.NOW;
import static dev.rozgar.domain.hiring.SampleHiring.OTHER_SLOT;
import static dev.rozgar.domain.hiring.SampleHiring.SEAT;
import static dev.rozgar.domain.hiring.SampleHiring.TODAY;
import static dev.rozgar.domain.hiring.SampleHiring.slot;
import static dev.rozgar.domain.hiring.SampleHiring.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.hiring.ApplicationMove.Trigger;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
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
class ApplicationStateTest {
    private static final String TABLE = """
            APPLIED             AUTO_SCREEN>SCREENED VIEW>IN_REVIEW SHORTLIST>SHORTLISTED \
            REJECT>REJECTED WITHDRAW>WITHDRAWN JOB_CLOSED>JOB_CLOSED
            SCREENED            VIEW>IN_REVIEW SHORTLIST>SHORTLISTED \
            REJECT>REJECTED WITHDRAW>WITHDRAWN JOB_CLOSED>JOB_CLOSED
            IN_REVIEW           SHORTLIST>SHORTLISTED REJECT>REJECTED WITHDRAW>WITHDRAWN JOB_CLOSED>JOB_CLOSED
            SHORTLISTED         SCHEDULE_INTERVIEW>INTERVIEW_SCHEDULED OFFER>OFFERED \
            REJECT>REJECTED WITHDRAW>WITHDRAWN JOB_CLOSED>JOB_CLOSED
            INTERVIEW_SCHEDULED RESCHEDULE>INTERVIEW_SCHEDULED NO_SHOW>NO_SHOW ATTEND>INTERVIEWED \
            REJECT>REJECTED WITHDRAW>WITHDRAWN JOB_CLOSED>JOB_CLOSED
            NO_SHOW             RESCHEDULE>INTERVIEW_SCHEDULED \
            REJECT>REJECTED WITHDRAW>WITHDRAWN JOB_CLOSED>JOB_CLOSED
            INTERVIEWED         OFFER>OFFERED REJECT>REJECTED WITHDRAW>WITHDRAWN JOB_CLOSED>JOB_CLOSED
            OFFERED             OFFER>OFFERED ACCEPT>HIRED DECLINE>OFFER_DECLINED LAPSE>OFFER_LAPSED \
            REJECT>REJECTED WITHDRAW>WITHDRAWN
            HIRED               CONFIRM_JOINING>JOINED DROP>DROPPED REJECT>REJECTED WITHDRAW>WITHDRAWN
            JOINED
            DROPPED
            OFFER_DECLINED
            OFFER_LAPSED
            REJECTED            UNREJECT>IN_REVIEW
            WITHDRAWN
            JOB_CLOSED
            """;

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyMoveFromEveryStateLeadsWhereTheTableSays(Kind from, Trigger trigger, Optional<Kind> to) {
        var answer = state(from).on(move(trigger), inTimeFor(trigger), factsFor(trigger));
        switch (answer) {
            case Decision.Accepted<ApplicationState> yes ->
                assertEquals(to, Optional.of(yes.next().kind()));
            case Decision.Refused<ApplicationState> no -> {
                assertEquals(to, Optional.empty(), () -> no.reasons().toString());
                assertEquals(
                        trigger + " is not possible while the application is " + from + ".",
                        no.reasons().getFirst().detail());
                assertEquals(List.of("MOVE_NOT_PERMITTED"), SampleHiring.codes(no));
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
        assertEquals(272, everyPair().count());
        assertEquals(45, table().values().stream().mapToInt(Map::size).sum());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void movesFromAStateAreTheArrowsOfTheTable(Kind kind) {
        assertEquals(row(kind).keySet(), ApplicationMachine.movesFrom(state(kind)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void statesBearTheirNameAndTheirTime(Kind kind) {
        assertEquals(kind, state(kind).kind());
        assertEquals(NOW, state(kind).since());
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void movesBearTheirName(Trigger trigger) {
        assertEquals(trigger, ApplicationMachine.sample(trigger, NOW).trigger());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingLeadsOutOfATerminalState(Kind kind) {
        assertEquals(row(kind).isEmpty(), state(kind).isTerminal());
    }

    @Test
    void aRejectionIsNeitherLiveNorTheEnd() {
        assertEquals(
                List.of(Kind.REJECTED),
                Arrays.stream(Kind.values())
                        .filter(kind -> !state(kind).isLive() && !state(kind).isTerminal())
                        .toList());
    }

    @Test
    void seatsAreHeldByThoseWhoAcceptedUntilTheyGo() {
        assertEquals(
                Map.of(Kind.HIRED, SEAT, Kind.JOINED, SEAT),
                Arrays.stream(Kind.values())
                        .filter(kind -> state(kind).heldSeat().isPresent())
                        .collect(Collectors.toMap(
                                kind -> kind, kind -> state(kind).heldSeat().orElseThrow())));
    }

    @Test
    void placesInSlotsAreHeldWhileTheInterviewIsAhead() {
        assertEquals(
                List.of(Kind.INTERVIEW_SCHEDULED),
                Arrays.stream(Kind.values())
                        .filter(kind -> state(kind).heldSlot().isPresent())
                        .toList());
    }

    @Test
    void normalWordsAreThoseOfUnifiedTo() {
        assertEquals(
                "NEW SCREENING REVIEWING REVIEWING FIRST_INTERVIEW FIRST_INTERVIEW FIRST_INTERVIEW OFFERED ACCEPTED"
                        + " HIRED WITHDRAWN DECLINED DECLINED REJECTED WITHDRAWN REJECTED",
                Arrays.stream(Kind.values())
                        .map(kind -> NormalState.of(kind).name())
                        .collect(Collectors.joining(" ")));
    }

    private static ApplicationMove move(Trigger trigger) {
        return switch (trigger) {
            case SCHEDULE_INTERVIEW -> new ApplicationMove.ScheduleInterview(OTHER_SLOT);
            case RESCHEDULE -> new ApplicationMove.Reschedule(OTHER_SLOT);
            case AUTO_SCREEN, VIEW, SHORTLIST, NO_SHOW, ATTEND, OFFER, ACCEPT, DECLINE, LAPSE ->
                ApplicationMachine.sample(trigger, NOW);
            case CONFIRM_JOINING, DROP, REJECT, UNREJECT, WITHDRAW, JOB_CLOSED ->
                ApplicationMachine.sample(trigger, NOW);
        };
    }

    private static Instant inTimeFor(Trigger trigger) {
        return switch (trigger) {
            case NO_SHOW, ATTEND, LAPSE -> NOW.plus(DAY);
            case AUTO_SCREEN, VIEW, SHORTLIST, SCHEDULE_INTERVIEW, RESCHEDULE, OFFER, ACCEPT, DECLINE -> NOW;
            case CONFIRM_JOINING, DROP, REJECT, UNREJECT, WITHDRAW, JOB_CLOSED -> NOW;
        };
    }

    private static HiringFacts factsFor(Trigger trigger) {
        return switch (trigger) {
            case JOB_CLOSED -> SampleHiring.during(JobPhase.OVER);
            case CONFIRM_JOINING, DROP -> SampleHiring.on(TODAY.plusDays(20));
            case AUTO_SCREEN, VIEW, SHORTLIST, SCHEDULE_INTERVIEW, RESCHEDULE, NO_SHOW, ATTEND, OFFER ->
                SampleHiring.facts(slot(OTHER_SLOT, 1, 0));
            case ACCEPT, DECLINE, LAPSE, REJECT, UNREJECT, WITHDRAW -> SampleHiring.facts();
        };
    }

    private static Map<Trigger, Kind> row(Kind from) {
        return table().getOrDefault(from, Map.of());
    }

    private static Map<Kind, Map<Trigger, Kind>> table() {
        return TABLE.lines()
                .map(line -> line.strip().split("\\s+"))
                .collect(Collectors.toMap(words -> Kind.valueOf(words[0]), ApplicationStateTest::arrows));
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
