package dev.rozgar.adapters.postgres.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.alerts.AddWebhook;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.hiring.Applicant;
import dev.rozgar.application.hiring.Apply;
import dev.rozgar.application.hiring.EditForm;
import dev.rozgar.application.hiring.MoveApplication;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.application.posting.PostJob;
import dev.rozgar.application.posting.RemoveJob;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookUrl;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobMove;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What jobs and applications that move tell webhooks, through the use cases that move them.
class EventsOfMovesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant NOW = SampleJobs.NOW;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Pattern FACTS =
            Pattern.compile("\"type\":\"([^\"]*)\".*\"move\":\"([^\"]*)\".*\"to_state\":\"([^\"]*)\"");

    private final Transactions transactions = DATABASE.postgres().transactions();
    private final CompanyId company = MoveAJob.companyOf(DATABASE);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void tellsOfANewJobStepByStep() {
        var webhook = listening(EventType.JOB_MOVED);

        long job = post().id().value();

        var about = """
                {"type":"job.moved","timestamp":"2026-03-01T09:30:00.123Z","data":{"job_id":%d,"company_id":%d,\
                "sequence":%d,"move":"%s","from_state":%s,"to_state":"%s","href":"/api/jobs/%1$d/manage"}}""";
        assertEquals(
                List.of(
                        about.formatted(job, company.value(), 1, "CREATE", "null", "DRAFT"),
                        about.formatted(job, company.value(), 2, "SUBMIT", "\"DRAFT\"", "IN_REVIEW"),
                        about.formatted(job, company.value(), 3, "APPROVE", "\"IN_REVIEW\"", "PUBLISHED")),
                bodies(webhook));
    }

    @Test
    void tellsAtOnce() {
        var webhook = listening(EventType.JOB_MOVED);

        move(post(), new JobMove.Pause());

        var told = told(webhook).getLast();
        assertEquals(
                new Delivery(
                        told.id(), EventType.JOB_MOVED, NOW, told.body(), new DeliveryState.Pending(0, NOW), List.of()),
                told);
    }

    @Test
    void tellsOfAnApplicationThatComesAndGoes() {
        var job = post();
        var webhook = listening(EventType.APPLICATION_MOVED);

        var sent = apply(job);
        withdraw(sent);

        assertEquals(
                List.of(
                        "application.moved CREATE APPLIED",
                        "application.moved AUTO_SCREEN SCREENED",
                        "application.moved WITHDRAW WITHDRAWN"),
                facts(webhook));
        assertEquals(
                """
                {"type":"application.moved","timestamp":"2026-03-01T09:30:00.123Z","data":{"application_id":%1$d,\
                "job_id":%2$d,"company_id":%3$d,"sequence":3,"move":"WITHDRAW","from_state":"SCREENED",\
                "to_state":"WITHDRAWN","href":"/api/applications/%1$d"}}""".formatted(sent.id().value(), job.id().value(), company.value()),
                bodies(webhook).getLast());
    }

    @Test
    void tellsOfWhatEndsWithItsJob() {
        var job = post();
        apply(job);
        var webhook = listening(EventType.JOB_MOVED, EventType.APPLICATION_MOVED);

        move(job, new JobMove.Close("moved away"));

        assertEquals(List.of("job.moved CLOSE CLOSED", "application.moved JOB_CLOSED JOB_CLOSED"), facts(webhook));
    }

    @Test
    void tellsNoWordThatAnybodyWrote() {
        var job = post();
        var webhook = listening(EventType.JOB_MOVED);

        move(job, new JobMove.Close("Meena is late"));

        assertFalse(bodies(webhook).getFirst().contains("Meena"));
    }

    @Test
    void tellsEachWebhookOfWhatItWants() {
        var jobs = listening(EventType.JOB_MOVED);
        var applications = listening(EventType.APPLICATION_MOVED);
        var both = listening(EventType.JOB_MOVED, EventType.APPLICATION_MOVED);
        var searches = listening(EventType.SEARCH_MATCHED);

        apply(post());

        assertEquals(3, told(jobs).size());
        assertEquals(2, told(applications).size());
        assertEquals(5, told(both).size());
        assertEquals(List.of(), told(searches));
    }

    @Test
    void tellsNoOtherCompany() {
        var other = listening(MoveAJob.companyOf(DATABASE), EventType.JOB_MOVED, EventType.APPLICATION_MOVED);

        apply(post());

        assertEquals(List.of(), told(other));
    }

    @Test
    void tellsAStoppedWebhookNothing() {
        var webhook = listening(EventType.JOB_MOVED);
        DATABASE.run(
                "update webhook set stopped = 'gone' where id = " + webhook.id().value());

        post();

        assertEquals(List.of(), told(webhook));
    }

    @Test
    void tellsNothingOfWhatLeavesTheStateAsItIs() {
        var job = post();
        var webhook = listening(EventType.JOB_MOVED);
        var form = new EditForm.Command(job.id(), OptionalLong.empty(), ApplicationForm.NONE);
        Scene.done(new EditForm(transactions, CLOCK).handle(Scene.recruiter(company), form, Terms.usual()));
        var removal = new RemoveJob.Command(job.id(), OptionalLong.empty());
        Scene.done(new RemoveJob(transactions, CLOCK).handle(Scene.recruiter(company), removal, Terms.usual()));

        assertEquals(List.of(), told(webhook));
    }

    @Test
    void tellsNothingOfWhatIsOnlyValidated() {
        var job = post();
        var webhook = listening(EventType.JOB_MOVED);

        Scene.done(transactions.run(Terms.reading(), MoveAJob.pause(job.id())));

        assertEquals(List.of(), told(webhook));
    }

    @Test
    void tellsOfLinesThatSomebodyWritesByHand() {
        var job = post();
        var webhook = listening(EventType.JOB_MOVED);

        DATABASE.run("""
                insert into transition (kind, subject_id, sequence, move, from_state, to_state, actor_role, actor_subject, version, at)
                select 'JOB', %1$d, n, 'PAUSE', 'PUBLISHED', 'PAUSED', 'SYSTEM', 'psql', n, now() from generate_series(7, 8) n
                """.formatted(job.id().value()));

        assertEquals(List.of("job.moved PAUSE PAUSED", "job.moved PAUSE PAUSED"), facts(webhook));
    }

    /// Without the lock that it takes the move would fail, because it refers to a webhook that is not there any more.
    @Test
    void movesAJobWhileAWebhookIsRemoved() throws SQLException, ExecutionException, InterruptedException {
        var job = post();
        var webhook = listening(EventType.JOB_MOVED);
        try (Connection removal = DATABASE.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            removal.setAutoCommit(false);
            TestDatabase.run(
                    removal, "delete from webhook where id = " + webhook.id().value());
            var moving = threads.submit(() -> transactions.run(Terms.usual(), MoveAJob.pause(job.id())));
            while (!DATABASE.isSomebodyWaiting() && !moving.isDone()) Thread.onSpinWait();
            removal.commit();

            assertTrue(moving.get() instanceof Answer.Done);
            assertEquals(List.of(), told(webhook));
        }
    }

    private Webhook listening(EventType... events) {
        return listening(company, events);
    }

    private Webhook listening(CompanyId keeper, EventType... events) {
        var command = new AddWebhook.Command(new WebhookUrl("https://example.in/hook"), Set.of(events));
        return Scene.done(new AddWebhook(transactions, CLOCK).handle(Scene.recruiter(keeper), command, Terms.usual()))
                .webhook();
    }

    private Job post() {
        var command = new PostJob.Command(company, SampleJobs.content("Delivery rider"), false);
        return Scene.done(new PostJob(transactions, CLOCK).handle(Scene.recruiter(company), command, Terms.usual()))
                .thing();
    }

    private void move(Job job, JobMove move) {
        var command = new MoveJob.Command(job.id(), move, Optional.empty(), OptionalLong.empty());
        Scene.done(new MoveJob(transactions, CLOCK).handle(Scene.recruiter(company), command, Terms.usual()));
    }

    private JobApplication apply(Job job) {
        var candidate = candidate();
        var consent = new Consent(true, true, Optional.empty(), Optional.empty());
        var command = new Apply.Command(
                job.id(),
                new Applicant.Known(candidate.id()),
                List.of(),
                ApplicationSource.BOARD,
                consent,
                Optional.empty());
        return Scene.done(
                        new Apply(transactions, CLOCK).handle(Scene.candidate(candidate.id()), command, Terms.usual()))
                .thing();
    }

    private Candidate candidate() {
        return Scene.done(transactions.run(Terms.usual(), space -> {
            var id = space.hiring().nextCandidate();
            var phone = new PhoneNumber("+9198" + String.format("%08d", id.value() % 100_000_000));
            var made = new Candidate(id, "Ravi", phone, Optional.of(NOW), Optional.empty());
            space.hiring().add(made);
            return Answer.Done.accepted(made);
        }));
    }

    private void withdraw(JobApplication sent) {
        var command = new MoveApplication.Command(
                sent.id(), new ApplicationMove.Withdraw(Optional.empty()), Optional.empty(), OptionalLong.empty());
        var who = Scene.candidate(sent.letter().candidate());
        Scene.done(new MoveApplication(transactions, CLOCK).handle(who, command, Terms.usual()));
    }

    /// The oldest first.
    private static List<Delivery> told(Webhook webhook) {
        return DATABASE.postgres().alerts().deliveries().of(webhook.id(), 0, 99).reversed();
    }

    private static List<String> bodies(Webhook webhook) {
        return told(webhook).stream().map(Delivery::body).toList();
    }

    private static List<String> facts(Webhook webhook) {
        return bodies(webhook).stream()
                .map(FACTS::matcher)
                .map(body -> body.find() ? body.group(1) + " " + body.group(2) + " " + body.group(3) : "")
                .toList();
    }
}
