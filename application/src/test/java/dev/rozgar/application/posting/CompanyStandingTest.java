package dev.rozgar.application.posting;

import static dev.rozgar.application.change.Scene.a;
import static dev.rozgar.application.change.Scene.codes;
import static dev.rozgar.application.change.Scene.done;
import static dev.rozgar.application.change.Scene.recruiter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.billing.DraftInvoice;
import dev.rozgar.application.billing.InvoiceOrder;
import dev.rozgar.application.billing.MoveInvoice;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.company.MoveCompany;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.PostingWindow;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What a company has to be before its jobs are shown.
class CompanyStandingTest {
    private static final Grace GRACE = new Grace(10);

    private final Scene scene = new Scene();
    private final MoveJob moveJob = new MoveJob(scene.transactions, scene.clock, GRACE);

    @Test
    void whomNobodyHasReachedPostsOnlyDrafts() {
        var stranger = unverified();

        assertEquals(List.of("CONTACT_NOT_VERIFIED"), codes(post(stranger, false)));
        assertEquals(
                JobState.Kind.DRAFT, done(post(stranger, true)).thing().state().kind());
    }

    @Test
    void aModeratorWhoReachesTheContactOpensTheWayToReview() {
        var stranger = unverified();
        var draft = done(post(stranger, true)).thing();
        assertEquals(List.of("CONTACT_NOT_VERIFIED"), codes(move(recruiter(stranger), draft, new JobMove.Submit())));
        done(moveCompany(stranger, new CompanyMove.VerifyContact()));

        assertEquals(
                JobState.Kind.IN_REVIEW,
                done(move(recruiter(stranger), draft, new JobMove.Submit()))
                        .thing()
                        .state()
                        .kind());
    }

    @Test
    void everyRefusalSaysWhatHelps() {
        var reasons = ((Answer.Refused<Changed<Job>>) post(unverified(), false)).reasons();

        assertFalse(reasons.stream().map(Reason::fix).anyMatch(String::isBlank));
    }

    @Test
    void whoOwesForTooLongHasNothingApproved() {
        var company = scene.company(new CompanyState.Verified(SampleCompanies.NOW), SampleCompanies.full("debtor"));
        var draft = done(post(company, true)).thing();
        int due = owing(company);
        scene.clock.forward(Duration.ofDays(due + GRACE.days()));
        var last = done(post(company, false)).thing();
        scene.clock.forward(Duration.ofDays(1));

        assertEquals(JobState.Kind.PUBLISHED, last.state().kind());
        assertEquals(List.of("NO_CREDIT"), codes(post(company, false)));
        assertEquals(List.of("NO_CREDIT"), codes(move(recruiter(company), draft, new JobMove.Submit())));
    }

    @Test
    void theClockDoesNotShowAJobOfASuspendedCompany() {
        var company = scene.company();
        var content = SampleJobs.content("Cook");
        var start = scene.clock.instant().plus(Duration.ofHours(1));
        var window = content.window();
        var later = content.with(
                new PostingWindow(Optional.of(start), window.expiresAt(), Optional.empty(), Optional.empty(), false));
        var job = done(new PostJob(scene.transactions, scene.clock)
                        .handle(recruiter(company), new PostJob.Command(company, later, false), Terms.usual()))
                .thing();
        done(moveCompany(company, new CompanyMove.Suspend("no papers")));
        scene.clock.forward(Duration.ofHours(2));

        assertEquals(List.of("COMPANY_SUSPENDED"), codes(move(Identity.system("clock"), job, new JobMove.Start())));
    }

    @Test
    void whatIsPermittedKnowsTheCompany() {
        var company = scene.company();
        var job = done(post(company, false)).thing();
        done(move(recruiter(company), job, new JobMove.Pause()));
        done(moveCompany(company, new CompanyMove.Suspend("no papers")));
        var view = done(new ViewJob(scene.transactions, scene.clock).handle(recruiter(company), job.id()));

        assertEquals(
                List.of("COMPANY_SUSPENDED"),
                view.options().stream()
                        .filter(option -> option.trigger() == JobMove.Trigger.RESUME)
                        .flatMap(option -> option.blockedBy().stream())
                        .map(Reason::code)
                        .toList());
    }

    /// @return days until what it owes is due
    private int owing(CompanyId company) {
        done(post(company, false));
        scene.clock.forward(Duration.ofDays(32));
        var month = YearMonth.from(BoardDay.of(scene.clock.instant())).minusMonths(1);
        var draft = done(new DraftInvoice(scene.transactions, scene.clock, PriceList.USUAL)
                .handle(a(Role.FINANCE), new DraftInvoice.Command(company, month), Terms.usual()));
        var issued = done(new MoveInvoice(scene.transactions, scene.clock, PriceList.USUAL)
                .handle(
                        a(Role.FINANCE),
                        new MoveInvoice.Command(
                                draft.thing().id(), new InvoiceOrder.Issue(), Optional.empty(), OptionalLong.empty()),
                        Terms.usual()));
        var dueOn = issued.thing().state().issued().orElseThrow().dueOn();
        return (int) (dueOn.toEpochDay() - BoardDay.of(scene.clock.instant()).toEpochDay());
    }

    private CompanyId unverified() {
        return scene.company(new CompanyState.Unverified(), SampleCompanies.profile("new", "New"));
    }

    private Answer<Changed<Job>> post(CompanyId company, boolean draft) {
        var until = scene.clock.instant().plus(Duration.ofDays(90));
        var content = SampleJobs.content("Cook");
        var lasting = content.with(content.window().expiringAt(until));
        return new PostJob(scene.transactions, scene.clock, GRACE)
                .handle(recruiter(company), new PostJob.Command(company, lasting, draft), Terms.usual());
    }

    private Answer<Changed<Job>> move(Identity who, Job job, JobMove what) {
        return moveJob.handle(
                who, new MoveJob.Command(job.id(), what, Optional.empty(), OptionalLong.empty()), Terms.usual());
    }

    private Answer<?> moveCompany(CompanyId company, CompanyMove what) {
        return new MoveCompany(scene.transactions, scene.clock)
                .handle(
                        a(Role.OPERATOR),
                        new MoveCompany.Command(company, what, Optional.empty(), OptionalLong.empty()),
                        Terms.usual());
    }
}
