package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Transition.Actor;
import dev.rozgar.application.clock.PersonalData;
import dev.rozgar.application.hiring.Applications;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store forgets of people, and what it keeps. An implementation's test says only how to open its store.
public abstract class PersonalDataContract extends OpenStore {
    private static final Instant NOW = SampleJobs.NOW;
    private static final Instant END = NOW.plusSeconds(60);
    private static final int ALL = 1_000;

    protected abstract PersonalData people();

    protected abstract Applications applications();

    /// Earlier facts may have left something that is due.
    @BeforeEach
    void forgetTheOthers() {
        people().forgetEndedConsents(END, ALL);
        people().forgetPastJobs(END, END, ALL);
    }

    @Test
    void forgetsWhatWasSentAndSaidFromTheEndOfTheConsentOn() {
        var sent = sent(job(published()), candidate(), Optional.of(END), rejected());

        assertEquals(0, people().forgetEndedConsents(END.minusMillis(1), ALL));
        assertEquals(sent, stored(sent));
        assertEquals(1, people().forgetEndedConsents(END, ALL));
        assertEquals(sent.forgotten(END).letter(), stored(sent).letter());
        assertEquals(sent.state().withoutWords(), stored(sent).state());
        assertEquals(List.of(Optional.of(Rejection.REMOVED)), reasons(sent));
        assertEquals(0, people().forgetEndedConsents(END, ALL));
    }

    @Test
    void forgetsWhatEveryStateHoldsOfWords() {
        var job = job(published());
        var offer = HiringSamples.offer(NOW);
        var words = List.of(
                new ApplicationState.Withdrawn(NOW, Optional.of("Ravi has moved")),
                new ApplicationState.Dropped(NOW, "Ravi is ill"),
                new ApplicationState.OfferDeclined(NOW, offer, Optional.of("Ravi says no")),
                rejected(),
                new ApplicationState.Rejected(
                        NOW,
                        new Rejection(Rejection.KNOCKOUT, Optional.of("Ravi cannot drive"), Optional.empty()),
                        new ApplicationState.Applied(NOW)));
        var sent = words.stream()
                .map(state -> sent(job, candidate(), Optional.of(END), state))
                .toList();

        people().forgetEndedConsents(END, ALL);

        assertEquals(
                words.stream().map(ApplicationState::withoutWords).toList(),
                sent.stream().map(one -> stored(one).state()).toList());
    }

    @Test
    void goesInParts() {
        var job = job(published());
        for (int i = 0; i < 3; i++) sent(job, candidate(), Optional.of(END), rejected());

        assertEquals(2, people().forgetEndedConsents(END, 2));
        assertEquals(1, people().forgetEndedConsents(END, 2));
    }

    @Test
    void keepsWhoMayBeKeptForOneApplicationAtLeast() {
        var ravi = candidate();
        sent(job(published()), ravi, Optional.of(END), rejected());
        var other = sent(job(published()), ravi, Optional.of(END.plusMillis(1)), rejected());
        var forEver = candidate();
        sent(job(published()), forEver, Optional.of(END), rejected());
        sent(job(published()), forEver, Optional.empty(), rejected());

        people().forgetEndedConsents(END, ALL);
        assertEquals(Optional.of(ravi), applications().candidate(ravi.id()));
        assertEquals(other, stored(other));
        people().forgetEndedConsents(END.plusMillis(1), ALL);
        assertEquals(Optional.empty(), applications().candidate(ravi.id()));
        assertEquals(Optional.of(forEver), applications().candidate(forEver.id()));
    }

    @Test
    void forgetsWhoeverWaitsOnlyOnceThatHasEnded() {
        var ravi = candidate();
        var sent = sent(job(published()), ravi, Optional.of(END), new ApplicationState.Shortlisted(NOW));

        people().forgetEndedConsents(END, ALL);
        assertEquals(List.of(), stored(sent).letter().answers());
        assertEquals(ApplicationState.Kind.SHORTLISTED, stored(sent).state().kind());
        assertEquals(Optional.of(ravi), applications().candidate(ravi.id()));

        var moved = in(stored(sent), rejected());
        run(space -> {
            space.hiring().lock(sent.id());
            space.hiring().save(moved);
            return moved;
        });
        assertEquals(1, people().forgetEndedConsents(END, ALL));
        assertEquals(moved.state().withoutWords(), stored(sent).state());
        assertEquals(Optional.empty(), applications().candidate(ravi.id()));
    }

    @Test
    void forgetsWhatWhoeverIsForgottenHasSearchedFor() {
        var ravi = candidate();
        var keeper = new Keeper.OfCandidate(ravi.id());
        sent(job(published()), ravi, Optional.of(END), rejected());
        var search = run(space -> {
            var saved =
                    new SavedSearch(space.alerts().nextSearch(), keeper, "Near my mother's", "q=rider", Scope.NEW, NOW);
            space.alerts().add(saved);
            return saved;
        });

        people().forgetEndedConsents(END.minusMillis(1), ALL);
        assertEquals(Optional.of(search), run(space -> space.alerts().lock(search.id())));
        people().forgetEndedConsents(END, ALL);
        assertEquals(Optional.empty(), run(space -> space.alerts().lock(search.id())));
        int left = run(space -> space.alerts().searchesOf(keeper));
        assertEquals(0, left);
    }

    @Test
    void meetsAgainWhoWasForgotten() {
        var job = job(published());
        var ravi = candidate();
        sent(job, ravi, Optional.of(END), rejected());
        people().forgetEndedConsents(END, ALL);

        Reception met = run(space -> space.hiring().receive(job.id(), Optional.of(ravi.id()), Optional.empty(), NOW));
        assertEquals(List.of(), met.known());
        var again = new Candidate(ravi.id(), "Ravi K", ravi.phone(), Optional.empty(), Optional.empty());
        run(space -> {
            space.hiring().add(again);
            return again;
        });
        assertEquals(Optional.of(again), applications().candidate(ravi.id()));
    }

    @Test
    void forgetsAnArchivedJobWithTheLastOfItsApplications() {
        var job = job(new JobState.Closed(NOW.minusSeconds(9), Optional.empty(), "Ravi was right"));
        var one = sent(job, candidate(), Optional.empty(), rejected());
        var other = sent(job, candidate(), Optional.empty(), rejected());
        log(Subject.Kind.JOB, job.id().value());
        run(space -> {
            var held = space.jobs().lock(job.id()).orElseThrow();
            space.jobs()
                    .save(new Job(
                            held.id(),
                            held.company(),
                            held.content(),
                            new JobState.Archived(NOW),
                            held.version(),
                            held.createdAt(),
                            held.updatedAt()));
            return held;
        });

        assertEquals(1, people().forgetPastJobs(NOW, NOW, 2));
        assertEquals(one.state().withoutWords(), stored(one).state());
        assertEquals(other.state().withoutWords(), stored(other).state());
        people().forgetPastJobs(NOW, NOW, 2);
        assertEquals(
                List.of(Optional.of(Rejection.REMOVED)),
                reasons(Subject.Kind.JOB, job.id().value()));
        assertEquals(List.of(Optional.of(Rejection.REMOVED)), reasons(one));
        assertEquals(0, people().forgetPastJobs(NOW, NOW, 2));
    }

    private static ApplicationState rejected() {
        var rejection = new Rejection("Ravi is late", Optional.of("Call 98"), Optional.empty());
        return new ApplicationState.Rejected(NOW, rejection, new ApplicationState.Applied(NOW));
    }

    private static JobState published() {
        return new JobState.Published(NOW, SampleJobs.UNTIL);
    }

    private static JobApplication in(JobApplication sent, ApplicationState state) {
        return new JobApplication(
                sent.id(),
                sent.job(),
                sent.company(),
                sent.letter(),
                state,
                sent.version(),
                sent.createdAt(),
                sent.updatedAt());
    }

    private JobApplication stored(JobApplication sent) {
        return applications().find(sent.id()).orElseThrow();
    }

    private List<Optional<String>> reasons(JobApplication sent) {
        return reasons(Subject.Kind.APPLICATION, sent.id().value());
    }

    private List<Optional<String>> reasons(Subject.Kind kind, long id) {
        var lines = log().of(new Subject(kind, id), 0, ALL);
        lines.forEach(line -> assertEquals(Optional.empty(), line.actor().onBehalfOf()));
        return lines.stream().map(Transition::reason).toList();
    }

    private Job job(JobState state) {
        return run(space -> {
            var job = SampleJobs.in(space.jobs().nextId(), newCompany(space), state, SampleJobs.content("Rider"));
            space.jobs().save(job);
            return job;
        });
    }

    private Candidate candidate() {
        return run(space -> {
            var id = space.hiring().nextCandidate();
            var phone = new PhoneNumber("+9198" + String.format("%08d", id.value() % 100_000_000));
            var made = new Candidate(id, "Ravi", phone, Optional.empty(), Optional.empty());
            space.hiring().add(made);
            return made;
        });
    }

    /// As it is stored, with a line in the log that says why.
    private JobApplication sent(Job job, Candidate by, Optional<Instant> until, ApplicationState state) {
        var letter = new Letter(
                by.id(),
                List.of(new dev.rozgar.domain.hiring.Answer("why", List.of("I am Ravi"))),
                ApplicationSource.said("board", Optional.of("a friend"), Optional.empty()),
                new Consent(true, true, Optional.empty(), until),
                Optional.of(new WebUrl("https://resumes.example/ravi")));
        var sent = run(space -> {
            var made = new JobApplication(
                    space.hiring().nextApplication(), job.id(), job.company(), letter, state, 0, NOW, NOW);
            space.hiring().save(made);
            return made;
        });
        log(Subject.Kind.APPLICATION, sent.id().value());
        return stored(sent);
    }

    private void log(Subject.Kind kind, long id) {
        var who = new Identity(
                Role.RECRUITER, "key:1", Optional.empty(), Optional.empty(), Set.of(), Optional.of("Asha"));
        run(space -> {
            if (kind == Subject.Kind.JOB) space.jobs().lock(new JobId(id));
            else space.hiring().lock(new ApplicationId(id));
            space.log(new Transition(
                    new Subject(kind, id),
                    0,
                    "REJECT",
                    Optional.of("APPLIED"),
                    "REJECTED",
                    Optional.of("Ravi is late"),
                    Actor.of(who),
                    1,
                    NOW));
            return who;
        });
    }
}
