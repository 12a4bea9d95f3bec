package dev.rozgar.adapters.postgres.hiring;

import static dev.rozgar.adapters.postgres.SampleHirings.COMPANY;
import static dev.rozgar.adapters.postgres.SampleHirings.JOB;
import static dev.rozgar.adapters.postgres.SampleHirings.NOW;
import static dev.rozgar.adapters.postgres.SampleHirings.candidate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Reception;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.hiring.QuestionType;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Candidates and the forms that they fill in, in the real PostgreSQL.
class PostgresCandidatesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @BeforeAll
    static void job() {
        PlainRows.insertCompany(DATABASE, COMPANY.value());
        PlainRows.putJob(DATABASE, JOB.value(), COMPANY.value(), "Rider");
        PlainRows.putJob(DATABASE, 8, COMPANY.value(), "Cook");
        Desk.commit(DATABASE, desk -> {
            for (long id = 1; id <= 3; id++) desk.hiring().add(candidate(id));
        });
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsACandidateAsItWasMetFirst() {
        var again = candidate(2).withVerifiedPhone(NOW.plusSeconds(5));

        Desk.commit(DATABASE, desk -> desk.hiring().add(again));

        var first = Optional.of(candidate(2));
        assertEquals(first, received(again.id(), "").candidate(again.id()));
        assertEquals(first, DATABASE.postgres().applications().candidate(again.id()));
        assertEquals(List.of(), received(new CandidateId(99), "").known());
    }

    @Test
    void overwritesNobodyUnderTheIdOfAnother() {
        var stranger = new Candidate(
                new CandidateId(2), "Stranger", candidate(70).phone(), Optional.empty(), Optional.empty());

        var failure = assertThrows(
                PortFailure.class,
                () -> Desk.commit(DATABASE, desk -> desk.hiring().add(stranger)));

        assertEquals("STALE_VERSION", failure.code());
        assertEquals(
                Optional.of(candidate(2)), DATABASE.postgres().applications().candidate(stranger.id()));
    }

    @Test
    void findsACandidateByThePhone() {
        var phone = candidate(3).phone();

        assertEquals(
                Optional.of(candidate(3)),
                received(new CandidateId(99), phone.value()).candidate(phone));
        assertEquals(
                List.of(),
                received(new CandidateId(99), candidate(80).phone().value()).known());
    }

    @Test
    void tellsPeopleApartByTheirPhones() {
        var twin = new Candidate(new CandidateId(50), "Twin", candidate(3).phone(), Optional.empty(), Optional.empty());

        var failure = assertThrows(
                PortFailure.class,
                () -> Desk.commit(DATABASE, desk -> desk.hiring().add(twin)));

        assertEquals("PHONE_IN_USE", failure.code());
    }

    @Test
    void keepsTheFormThatWasSavedLast() {
        var form = new ApplicationForm(List.of(select(), plain()));
        Desk.commit(DATABASE, desk -> desk.hiring().save(JOB, new ApplicationForm(List.of(plain()))));

        Desk.commit(DATABASE, desk -> desk.hiring().save(JOB, form));

        assertEquals(form, received(new CandidateId(1), "").form());
        assertEquals(form, DATABASE.postgres().hiringPlan().form(JOB));
        assertEquals(ApplicationForm.NONE, DATABASE.postgres().hiringPlan().form(new JobId(8)));
    }

    private static Question select() {
        var choices = List.of(new Question.Choice("lmv", "Car"), new Question.Choice("none", "None; or \"other\""));
        return new Question(
                "licence", "Which licence?", QuestionType.SINGLE_SELECT, true, choices, Optional.of(Set.of("lmv")));
    }

    private static Question plain() {
        return new Question("why", "Why us?", QuestionType.TEXTAREA, false, List.of(), Optional.empty());
    }

    private static Reception received(CandidateId id, String phone) {
        var number = Optional.of(phone).filter(text -> !text.isEmpty()).map(PhoneNumber::new);
        return ask(desk -> desk.receive(JOB, Optional.of(id), number, NOW));
    }

    private static <T> T ask(Function<PostgresHiringDesk, T> question) {
        return Desk.ask(DATABASE, desk -> question.apply(desk.hiring()));
    }
}
