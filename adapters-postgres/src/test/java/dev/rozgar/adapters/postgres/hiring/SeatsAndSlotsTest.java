package dev.rozgar.adapters.postgres.hiring;

import static dev.rozgar.adapters.postgres.SampleHirings.COMPANY;
import static dev.rozgar.adapters.postgres.SampleHirings.JOB;
import static dev.rozgar.adapters.postgres.SampleHirings.NOW;
import static dev.rozgar.adapters.postgres.SampleHirings.SLOT;
import static dev.rozgar.adapters.postgres.SampleHirings.application;
import static dev.rozgar.adapters.postgres.SampleHirings.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.adapters.postgres.Together;
import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.hiring.HiringPlan.Opening;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.Seat;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What several people want at once and only some can have: seats, places in a slot, a live application.
class SeatsAndSlotsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final int PEOPLE = 10;
    private static final int SEATS = 3;

    @BeforeAll
    static void applications() {
        PlainRows.insertCompany(DATABASE, COMPANY.value());
        DATABASE.postgres().jobRepository().save(List.of(SampleJobs.plain(JOB, COMPANY)), Sync.ACCEPTED);
        Desk.commit(DATABASE, desk -> {
            for (int id = 1; id <= PEOPLE; id++) {
                desk.hiring().add(candidate(id));
                desk.hiring().save(application(id, id, new ApplicationState.Applied(NOW)));
            }
            desk.hiring().add(candidate(99));
        });
    }

    @BeforeEach
    void allIsFree() {
        DATABASE.run("delete from job_opening; update job set openings_total = " + SEATS + ", openings_filled = 0");
        Desk.commit(DATABASE, desk -> desk.hiring().save(SampleHirings.slot(SLOT, JOB, SEATS)));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void seatsAsManyAsThereAreSeatsAndNoTwoOnOne() throws Exception {
        List<Optional<Seat>> taken = Together.run(PEOPLE, i -> takeSeat(i + 1));

        assertEquals(
                List.of(1, 2, 3),
                taken.stream()
                        .flatMap(Optional::stream)
                        .map(Seat::number)
                        .sorted()
                        .toList());
        assertEquals(
                List.of("1", "2", "3"), DATABASE.ask("select seat from job_opening where freed_at is null order by 1"));
        assertEquals(List.of("3"), DATABASE.ask("select openings_filled from job"));
    }

    @Test
    void refusesASeatTwiceEvenWithoutTheLock() throws Exception {
        List<String> answers =
                Together.run(2, i -> outcome(desk -> desk.hiring().take(JOB, new Seat(1), new ApplicationId(i + 1))));

        assertEquals(List.of("", "SEAT_TAKEN"), answers.stream().sorted().toList());
    }

    @Test
    void givesTheLowestSeatThatIsFreeAgain() {
        for (int person = 1; person <= SEATS; person++) takeSeat(person);
        assertEquals(Optional.empty(), freeSeat());

        Desk.commit(DATABASE, desk -> {
            desk.hiring().free(JOB, new Seat(2));
            desk.write("update job set openings_filled = 2");
        });

        assertEquals(Optional.of(new Seat(2)), freeSeat());
        takeSeat(9);
        assertEquals(
                List.of("1 by 1", "2 by 2, freed", "2 by 9", "3 by 3"),
                DATABASE.postgres().hiringPlan().openings(JOB, 9).stream()
                        .map(SeatsAndSlotsTest::shown)
                        .toList());
    }

    @Test
    void countsSeatsThatWereFilledElsewhere() {
        DATABASE.run("update job set openings_filled = 2");
        assertEquals(Optional.of(new Seat(1)), takeSeat(1));

        assertEquals(Optional.empty(), freeSeat());
    }

    @Test
    void refusesToFreeASeatThatIsFree() {
        assertEquals("STALE_VERSION", outcome(desk -> desk.hiring().free(JOB, new Seat(1))));
    }

    @Test
    void booksNoMorePlacesThanASlotHas() throws Exception {
        List<Boolean> booked = Together.run(PEOPLE, _ -> book());

        assertEquals(SEATS, booked.stream().filter(got -> got).count());
        assertEquals(SEATS, slot().booked());
    }

    @Test
    void refusesAnOverbookedSlotWhoeverWritesIt() {
        assertEquals("SLOT_FULL", outcome(desk -> desk.write("update interview_slot set booked = capacity + 1")));
        assertEquals(0, slot().booked());
    }

    @Test
    void listsSlotsThatAreNotOverByTheirBeginning() {
        var plan = DATABASE.postgres().hiringPlan();
        var earlier = new InterviewSlot(
                new InterviewSlotId(4), JOB, NOW.minusSeconds(60), NOW, Optional.empty(), InterviewMode.PHONE, 2, 1);
        Desk.commit(DATABASE, desk -> desk.hiring().save(earlier));

        assertEquals(List.of(earlier, slot()), plan.slots(JOB, NOW.minusSeconds(1), 9));
        assertEquals(List.of(earlier), plan.slots(JOB, NOW.minusSeconds(1), 1));
        assertEquals(List.of(slot()), plan.slots(JOB, NOW, 9));
        assertEquals(Optional.of(earlier), plan.slot(earlier.id()));
    }

    @Test
    void letsOneOfTwoApplicationsAtOnceLive() throws Exception {
        List<String> answers = Together.run(
                2,
                i -> outcome(desk -> desk.hiring().save(application(101 + i, 99, new ApplicationState.Applied(NOW)))));

        assertEquals(List.of("", "ALREADY_APPLIED"), answers.stream().sorted().toList());
    }

    private static Optional<Seat> takeSeat(int person) {
        try (Desk desk = Desk.at(DATABASE)) {
            var seat = desk.docket(person).freeSeat();
            seat.ifPresent(free -> {
                desk.hiring().take(JOB, free, new ApplicationId(person));
                desk.write("update job set openings_filled = openings_filled + 1");
            });
            desk.commit();
            return seat;
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    private static boolean book() {
        try (Desk desk = Desk.at(DATABASE)) {
            var slot = desk.docket(1).slot(SLOT).orElseThrow();
            if (slot.left() == 0) return false;
            desk.hiring().save(slot.take());
            desk.commit();
            return true;
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    /// The code of the failure, empty if there is none.
    private static String outcome(Consumer<Desk> work) {
        try {
            Desk.commit(DATABASE, work);
            return "";
        } catch (PortFailure failure) {
            return failure.code();
        }
    }

    private static Optional<Seat> freeSeat() {
        return Desk.ask(DATABASE, desk -> desk.docket(1).freeSeat());
    }

    private static InterviewSlot slot() {
        return DATABASE.postgres().hiringPlan().slot(SLOT).orElseThrow();
    }

    private static String shown(Opening opening) {
        String row = opening.seat().number() + " by " + opening.by().value();
        return opening.freedAt().isPresent() ? row + ", freed" : row;
    }
}
