package dev.rozgar.adapters.postgres.hiring;

import static dev.rozgar.adapters.postgres.SampleHirings.COMPANY;
import static dev.rozgar.adapters.postgres.SampleHirings.JOB;
import static dev.rozgar.adapters.postgres.SampleHirings.NOW;
import static dev.rozgar.adapters.postgres.SampleHirings.SLOT;
import static dev.rozgar.adapters.postgres.SampleHirings.application;
import static dev.rozgar.adapters.postgres.SampleHirings.candidate;
import static dev.rozgar.adapters.postgres.SampleHirings.in;
import static dev.rozgar.adapters.postgres.SampleHirings.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMachine;
import dev.rozgar.domain.hiring.ApplicationMove.Trigger;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Applications and slots in the real PostgreSQL; for candidates and forms see [PostgresCandidatesTest], for races
/// see [SeatsAndSlotsTest].
class PostgresHiringDeskTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final ApplicationId ID = new ApplicationId(11);

    @BeforeAll
    static void job() {
        PlainRows.insertCompany(DATABASE, COMPANY.value());
        PlainRows.putJob(DATABASE, JOB.value(), COMPANY.value(), "Rider");
        PlainRows.putJob(DATABASE, 8, COMPANY.value(), "Cook");
        Desk.commit(DATABASE, desk -> {
            desk.hiring().save(SampleHirings.slot(SLOT, JOB, 5));
            for (long id = 1; id <= 3; id++) desk.hiring().add(candidate(id));
        });
    }

    @BeforeEach
    void nobodyHasApplied() {
        DATABASE.run("delete from job_opening; delete from application");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static List<ApplicationState> states() {
        return SampleHirings.states().toList();
    }

    @Test
    void hasASampleOfEveryState() {
        var seen = EnumSet.noneOf(ApplicationState.Kind.class);
        states().forEach(state -> seen.add(state.kind()));

        assertEquals(EnumSet.allOf(ApplicationState.Kind.class), seen);
    }

    @ParameterizedTest
    @MethodSource("states")
    void readsAnApplicationAsItWasInserted(ApplicationState state) {
        var application = application(ID.value(), 1, state);

        save(application);

        assertEquals(stored(application), find(ID));
    }

    @ParameterizedTest
    @MethodSource("states")
    void readsAnApplicationAsItWasMoved(ApplicationState state) {
        save(application(ID.value(), 1, new ApplicationState.Offered(NOW, SampleHirings.OFFER)));
        var moved = in(find(ID), state);

        save(moved);

        assertEquals(stored(moved), find(ID));
        assertEquals(
                Optional.of(stored(moved)), DATABASE.postgres().applications().find(ID));
    }

    @ParameterizedTest
    @MethodSource("states")
    void holdsForLiveWhatTheDomainHoldsForLive(ApplicationState state) {
        save(application(ID.value(), 1, state));

        assertEquals(state.isLive() ? Set.of(new CandidateId(1)) : Set.of(), applied(JOB, 1));
        assertEquals(Set.of(), applied(JOB, 2));
        assertEquals(Set.of(), applied(new JobId(8), 1));
    }

    @ParameterizedTest
    @MethodSource("states")
    void findsOpenWhatTheMachineEndsWithItsJob(ApplicationState state) {
        var application = application(ID.value(), 1, state);
        save(application);

        var open = ask(desk -> desk.open(JOB, 10));

        boolean ends = ApplicationMachine.movesFrom(state).contains(Trigger.JOB_CLOSED);
        assertEquals(ends ? List.of(stored(application)) : List.of(), open.open());
    }

    @Test
    void takesOpenApplicationsInTheOrderOfTheirIdsAndNoMoreThanAsked() {
        for (long id = 23; id >= 21; id--) save(application(id, id - 20, new ApplicationState.Applied(NOW)));

        var open = ask(desk -> desk.open(JOB, 2));

        assertEquals(List.of(21L, 22L), ids(open.open()));
    }

    @Test
    void refusesAVersionThatIsNotStoredAnyMore() {
        save(application(ID.value(), 1, new ApplicationState.Applied(NOW)));
        var read = find(ID);
        save(in(read, new ApplicationState.InReview(NOW)));

        var failure = assertThrows(PortFailure.class, () -> save(in(read, new ApplicationState.Shortlisted(NOW))));

        assertEquals("STALE_VERSION", failure.code());
        assertEquals(ApplicationState.Kind.IN_REVIEW, find(ID).state().kind());
    }

    @Test
    void refusesASecondLiveApplicationOfACandidate() {
        save(application(11, 1, new ApplicationState.Applied(NOW)));

        var failure =
                assertThrows(PortFailure.class, () -> save(application(12, 1, new ApplicationState.Screened(NOW))));

        assertEquals(PortFailure.Kind.CONFLICT, failure.kind());
        assertEquals("ALREADY_APPLIED", failure.code());
    }

    @Test
    void takesAnotherApplicationOnceTheFirstHasEnded() {
        save(application(11, 1, new ApplicationState.Withdrawn(NOW, Optional.empty())));
        save(application(12, 1, new ApplicationState.Applied(NOW)));

        assertEquals(List.of(12L, 11L), ids(ofCandidate(1, Optional.empty(), 9)));
    }

    @Test
    void namesAnUnknownCandidate() {
        var failure =
                assertThrows(PortFailure.class, () -> save(application(11, 99, new ApplicationState.Applied(NOW))));

        assertEquals("UNKNOWN_CANDIDATE", failure.code());
    }

    @Test
    void pagesTheApplicationsOfAJobFromTheNewest() {
        for (long id = 31; id <= 33; id++) save(application(id, id - 30, new ApplicationState.Applied(NOW)));
        var applications = DATABASE.postgres().applications();

        var first = applications.ofJob(JOB, Optional.empty(), 2);
        var second = applications.ofJob(JOB, Optional.of(first.getLast().id()), 2);

        assertEquals(List.of(33L, 32L), ids(first));
        assertEquals(List.of(31L), ids(second));
        assertEquals(List.of(), applications.ofJob(new JobId(8), Optional.empty(), 2));
        assertEquals(List.of(32L), ids(ofCandidate(2, Optional.empty(), 2)));
        assertEquals(List.of(), ofCandidate(2, Optional.of(new ApplicationId(32)), 2));
    }

    @Test
    void handsOutEveryIdOnceThoughTransactionsAreRolledBack() {
        var ids = IntStream.range(0, 100)
                .mapToObj(_ -> ask(desk -> desk.nextApplication().value()))
                .toList();

        assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), ids);
        assertEquals(new CandidateId(CandidateId.FIRST_OF_STORE), ask(PostgresHiringDesk::nextCandidate));
        assertEquals(new InterviewSlotId(1), ask(PostgresHiringDesk::nextSlot));
    }

    private static List<JobApplication> ofCandidate(long candidate, Optional<ApplicationId> below, int most) {
        return DATABASE.postgres().applications().ofCandidate(new CandidateId(candidate), below, most);
    }

    private static List<Long> ids(List<JobApplication> applications) {
        return applications.stream().map(each -> each.id().value()).toList();
    }

    private static Set<CandidateId> applied(JobId job, long candidate) {
        return ask(desk -> desk.receive(
                        job, Optional.of(new CandidateId(candidate)), Optional.empty(), NOW.plusSeconds(9)))
                .applied();
    }

    private static void save(JobApplication application) {
        Desk.commit(DATABASE, desk -> desk.hiring().save(application));
    }

    private static JobApplication find(ApplicationId id) {
        return ask(desk -> desk.lock(id).orElseThrow());
    }

    private static <T> T ask(Function<PostgresHiringDesk, T> question) {
        return Desk.ask(DATABASE, desk -> question.apply(desk.hiring()));
    }
}
