package dev.rozgar.adapters.postgres.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.adapters.postgres.Together;
import dev.rozgar.application.clock.PersonalData;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.CandidateId;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Forgetting beside others who write, and what is left in the rows.
class PostgresPersonalDataTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant NOW = SampleHirings.NOW;
    /// Of the samples' consent.
    private static final Instant END = NOW.plusSeconds(1);

    private static final String REMOVE = """
            update job set removed_at = '%s', contact_name = 'Asha', contact_phone = '+919812345678',
                contact_whatsapp_ok = true, state = 'CLOSED', state_at = '%s', state_reason = 'Asha has left'
            where id = 7""".formatted(END, NOW);

    private static final String CONTACT =
            "select concat_ws(',', contact_name, contact_phone, contact_whatsapp_ok, state_reason) from job where id = 7";

    private final PersonalData people = DATABASE.postgres().personalData();

    @BeforeAll
    static void job() {
        PlainRows.insertCompany(DATABASE, 1);
    }

    @BeforeEach
    void threeWhoWereTurnedAway() {
        DATABASE.run("delete from application; delete from candidate; delete from job where id = 7");
        PlainRows.putJob(DATABASE, 7, 1, "Rider");
        Desk.commit(DATABASE, desk -> {
            for (long i = 1; i <= 3; i++) {
                desk.hiring().add(SampleHirings.candidate(i));
                desk.hiring()
                        .save(SampleHirings.application(
                                10 + i, i, new ApplicationState.Withdrawn(NOW, Optional.of("Found work"))));
            }
        });
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void leavesNoWordOfAnybodyInTheRows() {
        people.forgetEndedConsents(END, 9);

        assertEquals(List.of("3"), DATABASE.ask("""
                        select count(*) from application where answers = '[]' and resume is null and source_referrer is null
                            and detail = '{}' and state = 'WITHDRAWN' and version = 2 and forgotten_at is not null"""));
        assertEquals(
                List.of("3"),
                DATABASE.ask(
                        "select count(*) from candidate where num_nulls(name, phone, phone_verified_at, email) = 4"));
    }

    @Test
    void sharesTheWorkAmongNodes() throws Exception {
        var done = Together.run(4, _ -> people.forgetEndedConsents(END, 1));
        int rest = people.forgetEndedConsents(END, 9);

        assertEquals(3, done.stream().mapToInt(many -> many).sum() + rest);
        assertEquals(List.of("0"), DATABASE.ask("select count(*) from candidate where phone is not null"));
    }

    @Test
    void leavesToOthersWhatTheyAreAt() throws Exception {
        try (Connection other = DATABASE.connect()) {
            other.setAutoCommit(false);
            TestDatabase.run(other, "select from application where id = 12 for no key update");

            assertEquals(2, people.forgetEndedConsents(END, 9));
            other.rollback();
        }
        assertEquals(1, people.forgetEndedConsents(END, 9));
    }

    /// Nobody applies as somebody without a name.
    @Test
    void waitsForWhoeverAppliesAndSeesTheNewApplication() throws Exception {
        var forgetting = new CompletableFuture<Integer>();
        Desk.commit(DATABASE, desk -> {
            desk.hiring().receive(SampleHirings.JOB, Optional.of(new CandidateId(1)), Optional.empty(), NOW);
            forgetting.completeAsync(() -> people.forgetEndedConsents(END, 9));
            while (!DATABASE.isSomebodyWaiting()) {
                assertFalse(forgetting.isDone(), "did not wait");
                Thread.onSpinWait();
            }
            desk.hiring().save(SampleHirings.application(99, 1, new ApplicationState.Applied(NOW)));
        });

        assertEquals(3, forgetting.get(1, TimeUnit.MINUTES));
        assertEquals(List.of("1"), DATABASE.ask("select id from candidate where phone is not null"));
    }

    @Test
    void forgetsTheContactAndTheReasonOfARemovedJob() {
        DATABASE.run(REMOVE);

        assertEquals(0, people.forgetPastJobs(END, END, 9));
        assertEquals(1, people.forgetPastJobs(END.plusMillis(1), END, 9));
        assertEquals(List.of("(removed)"), DATABASE.ask(CONTACT));
        assertEquals(List.of("0"), DATABASE.ask("select count(*) from application where detail <> '{}'"));
        assertEquals(List.of("3"), DATABASE.ask("select count(*) from candidate where phone is not null"));
        assertEquals(List.of(), DATABASE.ask("select job_id from job_to_forget"));
    }

    @Test
    void waitsWhileSomebodyStillHasAnOfferOfARemovedJob() {
        DATABASE.run(REMOVE);
        Desk.commit(DATABASE, desk -> {
            desk.hiring().add(SampleHirings.candidate(4));
            desk.hiring()
                    .save(SampleHirings.application(14, 4, new ApplicationState.Offered(NOW, SampleHirings.OFFER)));
        });

        assertEquals(0, people.forgetPastJobs(END.plusMillis(1), END, 9));
        DATABASE.run("delete from application where id = 14");
        assertEquals(1, people.forgetPastJobs(END.plusMillis(1), END, 9));
    }

    @Test
    void goesThroughAJobInPartsAndEndsWithIt() {
        DATABASE.run(REMOVE);

        assertEquals(1, people.forgetPastJobs(END.plusMillis(1), END, 2));
        assertEquals(List.of("Asha,+919812345678,t,Asha has left"), DATABASE.ask(CONTACT));
        assertEquals(1, people.forgetPastJobs(END.plusMillis(1), END, 2));
        assertEquals(List.of("(removed)"), DATABASE.ask(CONTACT));
    }
}
