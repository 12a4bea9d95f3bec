package dev.rozgar.domain.job;

import static dev.rozgar.domain.job.SampleJobs.ID;
import static dev.rozgar.domain.job.SampleJobs.NOW;
import static dev.rozgar.domain.job.SampleJobs.UNTIL;
import static dev.rozgar.domain.job.SampleJobs.accepted;
import static dev.rozgar.domain.job.SampleJobs.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.JobMove.Trigger;
import dev.rozgar.domain.job.JobState.Kind;
import dev.rozgar.domain.machine.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobStandingTest {
    private static final Standing UNKNOWN_CONTACT = new Standing(false, true, false);
    private static final Standing SPENT = new Standing(true, false, false);

    @Test
    void nobodySubmitsWithoutAVerifiedContact() {
        assertEquals(
                List.of("CONTACT_NOT_VERIFIED"),
                codes(SampleJobs.draft().move(new JobMove.Submit(), NOW, UNKNOWN_CONTACT)));
    }

    @Test
    void creditIsNotAskedForBeforeApproval() {
        assertEquals(
                Kind.IN_REVIEW,
                accepted(SampleJobs.draft().move(new JobMove.Submit(), NOW, SPENT))
                        .state()
                        .kind());
    }

    @Test
    void nothingIsApprovedWithoutCredit() {
        var submitted = accepted(SampleJobs.draft().submit(NOW));
        assertEquals(List.of("NO_CREDIT"), codes(submitted.move(new JobMove.Approve(), NOW, SPENT)));
    }

    @Test
    void aVerifiedContactIsNotAskedForTwice() {
        var submitted = accepted(SampleJobs.draft().submit(NOW));
        assertEquals(
                Kind.PUBLISHED,
                accepted(submitted.move(new JobMove.Approve(), NOW, UNKNOWN_CONTACT))
                        .state()
                        .kind());
    }

    @Test
    void aSuspendedCompanyShowsNoJob() {
        var held = new Standing(true, true, true);
        var facts = SampleJobs.content().facts(held);
        var states = Map.of(
                Trigger.SUBMIT, new JobState.Draft(),
                Trigger.APPROVE, new JobState.InReview(NOW),
                Trigger.START, new JobState.Scheduled(NOW, UNTIL),
                Trigger.RESUME, new JobState.Paused(NOW, NOW, UNTIL),
                Trigger.REOPEN, new JobState.Closed(NOW, Optional.of(NOW), "Enough"));
        states.forEach((trigger, state) -> assertEquals(
                List.of("COMPANY_SUSPENDED"),
                codes(state.on(
                        trigger == Trigger.REOPEN ? new JobMove.Reopen(UNTIL) : JobMove.sample(trigger, NOW),
                        NOW,
                        facts)),
                trigger.name()));
    }

    @Test
    void aSuspensionKeepsNobodyFromEndingAJob() {
        var held = new Standing(true, true, true);
        assertEquals(
                Kind.CLOSED,
                accepted(SampleJobs.published().move(new JobMove.Close("Enough"), NOW, held))
                        .state()
                        .kind());
    }

    @Test
    void creditEndsTheDayAfterPatienceDoes() {
        var due = LocalDate.of(2026, 3, 1);
        var verified = new CompanyState.Verified(NOW);
        var debtor = new Employer(new CompanyId(1), verified, Optional.of(due));
        assertEquals(
                List.of(true, false, true),
                List.of(
                        Standing.of(debtor, due).credit(),
                        Standing.of(debtor, due.plusDays(1)).credit(),
                        Standing.of(new Employer(new CompanyId(1), verified), due.plusDays(1))
                                .credit()));
    }

    @Test
    void standingIsTheCompanys() {
        var company = new CompanyId(1);
        var day = LocalDate.of(2026, 3, 1);
        assertEquals(
                List.of(new Standing(false, true, false), new Standing(true, true, true), Standing.GOOD),
                List.of(
                        Standing.of(new Employer(company, new CompanyState.Unverified()), day),
                        Standing.of(
                                new Employer(
                                        company,
                                        new CompanyState.Suspended(
                                                NOW, "Complaints", Optional.of(NOW), Optional.empty())),
                                day),
                        Standing.of(new Employer(company, new CompanyState.Verified(NOW)), day)));
    }

    @Test
    void spamIsToldFromOtherRejections() {
        var job = SampleJobs.published();
        assertEquals(
                List.of(
                        new JobState.Rejected(NOW, "Asks for money", true),
                        new JobState.Rejected(NOW, "No job", false)),
                List.of(
                        accepted(job.move(new JobMove.MarkSpam("Asks for money"), NOW))
                                .state(),
                        accepted(job.move(new JobMove.Reject("No job"), NOW)).state()));
    }

    @Test
    void aJobIsRemovedWhateverItsState() {
        assertEquals(
                List.of(new JobEvent.Removed(ID, NOW)),
                ((Decision.Accepted<Job>) SampleJobs.published().remove(NOW)).events());
    }

    @Test
    void optionsTellWhatStandsAgainstEachMove() {
        var blocked = SampleJobs.published().options(NOW, Standing.GOOD).stream()
                .collect(Collectors.toMap(
                        Option::trigger,
                        option -> option.blockedBy().stream().map(r -> r.code()).toList()));
        assertEquals(List.of("TOO_EARLY"), blocked.get(Trigger.EXPIRE));
        assertEquals(List.of(), blocked.get(Trigger.PAUSE));
        assertEquals(JobMachine.movesFrom(SampleJobs.published().state()), blocked.keySet());
    }

    @Test
    void aFilledJobIsReopenedOnlyWithASeatLeft() {
        var full = SampleJobs.content(PostingWindow.until(UNTIL), new Openings(2, 2));
        var job = new Job(ID, SampleJobs.EMPLOYER.id(), full, new JobState.Filled(NOW, NOW), 1, NOW, NOW);
        assertEquals(
                Map.of(Trigger.REOPEN, List.of("NO_OPENINGS_LEFT"), Trigger.ARCHIVE, List.of("TOO_EARLY")),
                job.options(NOW, Standing.GOOD).stream()
                        .collect(Collectors.toMap(
                                Option::trigger,
                                option -> option.blockedBy().stream()
                                        .map(r -> r.code())
                                        .toList())));
    }
}
