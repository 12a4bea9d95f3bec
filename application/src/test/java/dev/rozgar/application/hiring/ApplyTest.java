package dev.rozgar.application.hiring;

import static dev.rozgar.application.change.Scene.codes;
import static dev.rozgar.application.change.Scene.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.hiring.QuestionType;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplyTest {
    private static final PhoneNumber PHONE = new PhoneNumber("+919876543210");

    private final Scene scene = new Scene();
    private final People people = new People(scene);
    private final CompanyId company = scene.company();
    private final Job job = scene.published(company, 2);

    @Test
    void screensAnApplicationAtOnceAndChargesIt() {
        var sent = people.applied(job.id());

        assertEquals(
                List.of("CREATE - APPLIED by candidate", "AUTO_SCREEN APPLIED SCREENED by system:rules"),
                scene.log(Subject.Kind.APPLICATION, sent.id().value()));
        assertEquals(List.of(LineKind.POST_FEE, LineKind.PER_APPLICATION), charged());
    }

    @Test
    void takesOneLiveApplicationOfACandidate() {
        var sent = people.applied(job.id());
        var candidate = sent.letter().candidate();

        assertEquals(
                List.of("ALREADY_APPLIED"),
                codes(people.apply(Scene.candidate(candidate), job.id(), new Applicant.Known(candidate))));
    }

    @Test
    void takesNoneForAJobThatIsNotLive() {
        scene.clock.forward(Duration.ofDays(31));

        assertEquals(List.of("JOB_NOT_LIVE"), codes(people.apply(People.partner(), job.id(), introduced())));
    }

    @Test
    void takesNoneForAJobThatIsHiddenForAWhile() {
        put(new JobState.Paused(scene.clock.instant(), scene.clock.instant(), SampleJobs.UNTIL));

        assertEquals(List.of("JOB_NOT_LIVE"), codes(people.apply(People.partner(), job.id(), introduced())));
    }

    @Test
    void takesNoneForAJobThatWasShownAndEnded() {
        put(new JobState.Closed(scene.clock.instant(), Optional.of(scene.clock.instant()), "moved away"));

        assertEquals(List.of("JOB_NOT_LIVE"), codes(people.apply(People.partner(), job.id(), introduced())));
    }

    @Test
    void takesNoneForAJobOfASuspendedCompany() {
        scene.run(space -> {
            var before = space.companies().lock(company).orElseThrow();
            var state = new CompanyState.Suspended(scene.clock.instant(), "fraud", Optional.empty(), Optional.empty());
            space.companies()
                    .save(new Company(
                            company,
                            before.profile(),
                            state,
                            before.version(),
                            before.createdAt(),
                            before.updatedAt()));
            return company;
        });

        assertEquals(List.of("JOB_NOT_LIVE"), codes(people.apply(People.partner(), job.id(), introduced())));
    }

    @Test
    void tellsNobodyOfAJobThatWasNeverShown() {
        var at = scene.clock.instant();
        for (var state : List.of(
                new JobState.Draft(),
                new JobState.InReview(at),
                new JobState.ChangesRequested(at, "say more"),
                new JobState.Scheduled(at.plusSeconds(60), SampleJobs.UNTIL),
                new JobState.Closed(at, Optional.empty(), "never mind"))) {
            var hidden = neverShown(state);

            assertInstanceOf(
                    Answer.Missing.class, people.apply(People.partner(), hidden, introduced()), state::toString);
        }
    }

    @Test
    void chargesACandidateWhoAppliesAgainOnce() {
        var sent = people.applied(job.id());
        var candidate = sent.letter().candidate();
        done(people.candidate(sent, new ApplicationMove.Withdraw(Optional.empty())));

        done(people.apply(Scene.candidate(candidate), job.id(), new Applicant.Known(candidate)));

        assertEquals(List.of(LineKind.POST_FEE, LineKind.PER_APPLICATION), charged());
    }

    @Test
    void letsNobodyApplyAsAnother() {
        var other = new Applicant.Known(people.candidate());

        assertEquals(
                new Answer.Denied<>(Verdict.HIDDEN),
                people.apply(Scene.candidate(new CandidateId(404)), job.id(), other));
    }

    @Test
    void meetsThePersonBehindAKnownNumberAgain() {
        var first = done(people.apply(People.partner(), job.id(), introduced())).thing();
        var elsewhere = scene.published(company, 1);
        var second = done(people.apply(People.partner(), elsewhere.id(), introduced()))
                .thing();

        assertEquals(first.letter().candidate(), second.letter().candidate());
    }

    @Test
    void keepsACandidateUnderTheNumberOfItsIdentity() {
        var newcomer = new CandidateId(777);
        var sent = done(people.apply(Scene.candidate(newcomer), job.id(), introduced()))
                .thing();

        assertEquals(newcomer, sent.letter().candidate());
        assertEquals(
                Optional.of("Meena"),
                new InMemoryReading(scene.transactions).candidate(newcomer).map(known -> known.name()));
    }

    @Test
    void letsNobodyBeBornUnderANumberOfTheStore() {
        var stranger = Scene.candidate(new CandidateId(CandidateId.FIRST_OF_STORE + 64));

        assertEquals(List.of("UNKNOWN_CANDIDATE"), codes(people.apply(stranger, job.id(), introduced())));
    }

    @Test
    void givesNobodyThePhoneOfAnother() {
        done(people.apply(People.partner(), job.id(), introduced()));

        assertEquals(
                List.of("PHONE_IN_USE"),
                codes(people.apply(Scene.candidate(new CandidateId(777)), job.id(), introduced())));
    }

    @Test
    void turnsDownWhoeverAnAnswerKnocksOut() {
        var question = new Question(
                "licence",
                "Do you drive?",
                QuestionType.SINGLE_SELECT,
                true,
                List.of(new Question.Choice("yes", "Yes"), new Question.Choice("no", "No")),
                Optional.of(Set.of("yes")));
        done(new EditForm(scene.transactions, scene.clock)
                .handle(
                        Scene.recruiter(company),
                        new EditForm.Command(job.id(), OptionalLong.empty(), new ApplicationForm(List.of(question))),
                        Terms.usual()));
        var sent = done(answering("no"));

        assertEquals(ApplicationState.Kind.REJECTED, sent.thing().state().kind());
        assertEquals(Optional.of("KNOCKOUT"), sent.lines().getLast().reason());
        assertEquals(List.of("KNOCKED_OUT"), codes(answering("yes")));
        assertEquals(List.of("KNOCKED_OUT"), codes(answering("no")));

        scene.run(space -> {
            space.hiring().save(job.id(), ApplicationForm.NONE);
            return job;
        });
        done(people.apply(People.partner(), job.id(), introduced()));
    }

    private Answer<Changed<JobApplication>> answering(String licence) {
        var command = new Apply.Command(
                job.id(),
                introduced(),
                List.of(new dev.rozgar.domain.hiring.Answer("licence", List.of(licence))),
                dev.rozgar.domain.hiring.ApplicationSource.BOARD,
                new dev.rozgar.domain.hiring.Consent(true, true, Optional.empty(), Optional.empty()),
                Optional.empty());
        return new Apply(scene.transactions, scene.clock).handle(People.partner(), command, Terms.usual());
    }

    @Test
    void findsNoJobThatIsNotThere() {
        assertInstanceOf(Answer.Missing.class, people.apply(People.partner(), new JobId(404), introduced()));
    }

    @Test
    void showsAnApplicationToTheTwoWhoShareItOnly() {
        var sent = people.applied(job.id());
        var view = new ViewApplication(scene.transactions, scene.clock);

        assertEquals(
                sent,
                done(view.handle(Scene.recruiter(company), sent.id())).thing().application());
        assertEquals(
                "Ravi",
                done(view.handle(Scene.candidate(sent.letter().candidate()), sent.id()))
                        .thing()
                        .candidate()
                        .orElseThrow()
                        .name());
        assertEquals(new Answer.Denied<>(Verdict.HIDDEN), view.handle(Scene.recruiter(new CompanyId(404)), sent.id()));
    }

    private void put(JobState state) {
        scene.run(space -> {
            var before = space.jobs().lock(job.id()).orElseThrow();
            space.jobs()
                    .save(new Job(
                            before.id(),
                            company,
                            before.content(),
                            state,
                            before.version(),
                            before.createdAt(),
                            before.updatedAt()));
            return state;
        });
    }

    private JobId neverShown(JobState state) {
        return scene.run(space -> {
            var made = SampleJobs.in(space.jobs().nextId(), company, state, job.content());
            space.jobs().save(made);
            return made.id();
        });
    }

    private static Applicant introduced() {
        return new Applicant.Introduced("Meena", PHONE, Optional.empty());
    }

    private List<LineKind> charged() {
        var later = scene.clock.instant().plus(Duration.ofDays(365));
        return scene.run(space -> space.billing().uncharged(company, later)).stream()
                .map(charge -> charge.kind())
                .toList();
    }
}
