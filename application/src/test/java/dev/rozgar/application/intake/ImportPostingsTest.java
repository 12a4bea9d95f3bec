package dev.rozgar.application.intake;

import static dev.rozgar.application.intake.Samples.NEXT_MONTH;
import static dev.rozgar.application.intake.Samples.NOW;
import static dev.rozgar.application.intake.Samples.YESTERDAY;
import static dev.rozgar.application.intake.Samples.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.PostingWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportPostingsTest {
    private final KeptJobs jobs = new KeptJobs();
    private final KeptCompanies companies = new KeptCompanies();
    private final List<Row.Rejected> rejects = new ArrayList<>();
    private final List<Counts> progress = new ArrayList<>();

    @Test
    void publishesANewPostingAtTheMomentItsSourceDid() {
        importing(posting("A1"));

        assertEquals(new JobState.Published(YESTERDAY, NEXT_MONTH), jobs.only().state());
    }

    @Test
    void storesAPostingWhoseTimeIsOverAsExpired() {
        Instant posted = NOW.minus(Duration.ofDays(40));
        Instant ended = NOW.minus(Duration.ofDays(10));

        importing(Samples.postedAt(posted, ended));

        assertEquals(
                new JobState.Expired(ended, Optional.of(posted)), jobs.only().state());
    }

    @Test
    void registersAnUnknownEmployerOnceAndTrustsIt() {
        importing(posting("A1"), posting("A2"));

        assertEquals(1, companies.rows.size());
        assertInstanceOf(CompanyState.Verified.class, companies.only().state());
    }

    @Test
    void findsAnEmployerThatSomebodyElseRegisteredMeanwhile() {
        companies.rival =
                Optional.of(accepted(Company.register(companies.nextId(), Samples.profile("Lohia Works"), YESTERDAY)));

        importing(posting("A1"));

        assertEquals(companies.only().id(), jobs.only().company());
    }

    @Test
    void importsTheSameFileTwiceWithoutWritingTwice() {
        importing(posting("A1"), posting("A2"));
        int saves = jobs.saves;

        assertEquals(new Counts(0, 0, 2, 0), importing(posting("A1"), posting("A2")));
        assertEquals(saves, jobs.saves);
    }

    @Test
    void updatesAJobThatSaysSomethingElse() {
        importing(posting("A1"));

        assertEquals(new Counts(0, 1, 0, 0), importing(posting("A1", "Gas welder", NEXT_MONTH)));
        assertEquals("Gas welder", jobs.only().content().title().value());
        assertEquals(2, jobs.only().version());
    }

    @Test
    void closesAJobWhoseSourceEndsItEarly() {
        importing(posting("A1"));

        importing(posting("A1", "Welder", NOW.minusSeconds(1)));

        assertInstanceOf(JobState.Closed.class, jobs.only().state());
    }

    @Test
    void reopensAJobThatItClosedItselfWhenTheSourceGoesOn() {
        importing(posting("A1"));
        importing(posting("A1", "Welder", NOW.minusSeconds(1)));

        importing(posting("A1"));

        assertInstanceOf(JobState.Published.class, jobs.only().state());
    }

    @Test
    void reopensAnExpiredJobThatTheSourceProlongsAndThenLeavesItAlone() {
        importing(Samples.postedAt(YESTERDAY, NOW.minusSeconds(1)));

        importing(Samples.postedAt(YESTERDAY, NEXT_MONTH));

        assertInstanceOf(JobState.Published.class, jobs.only().state());
        assertEquals(new Counts(0, 0, 1, 0), importing(Samples.postedAt(YESTERDAY, NEXT_MONTH)));
    }

    @Test
    void leavesAJobClosedThatPeopleClosed() {
        importing(posting("A1"));
        jobs.put(accepted(jobs.only().move(new JobMove.Close("We found somebody."), NOW)));

        importing(posting("A1", "Gas welder", NEXT_MONTH));

        assertInstanceOf(JobState.Closed.class, jobs.only().state());
        assertEquals("Gas welder", jobs.only().content().title().value());
    }

    @Test
    void rejectsAChangeThatTheJobsStateForbids() {
        importing(posting("A1"));
        jobs.put(accepted(jobs.only().move(new JobMove.Reject("It is no job."), NOW)));

        importing(posting("A1", "Gas welder", NEXT_MONTH));

        assertEquals(
                "NOT_EDITABLE: A job that is REJECTED cannot be edited.",
                onlyReject().reason());
    }

    @Test
    void rejectsPostingsOfASuspendedEmployer() {
        importing(posting("A1"));
        companies.rows.replaceAll((_, company) -> accepted(company.suspend("Complaints.", NOW)));

        importing(posting("A2"));

        assertTrue(onlyReject().reason().startsWith("COMPANY_SUSPENDED: "));
    }

    @Test
    void takesTheFirstOfTwoRowsWithOneIdentity() {
        assertEquals(new Counts(1, 0, 0, 1), importing(posting("A1"), posting("A1", "Gas welder", NEXT_MONTH)));
        assertEquals("Welder", jobs.only().content().title().value());
        assertTrue(onlyReject().reason().startsWith("DUPLICATE_IN_FILE: "));
    }

    @Test
    void findsTwoRowsWithOneIdentityInDifferentBatches() {
        var rows = new ArrayList<Row>(IntStream.range(0, ImportPostings.BATCH)
                .mapToObj(i -> posting("N" + i))
                .toList());
        rows.add(posting("N0", "Gas welder", NEXT_MONTH));

        assertEquals(new Counts(ImportPostings.BATCH, 0, 0, 1), importing(rows));
    }

    @Test
    void handsOnTheRowsThatCouldNotBeRead() {
        var unreadable = new Row.Rejected(3, "A3", "/title REQUIRED: must be given");

        assertEquals(new Counts(1, 0, 0, 1), importing(posting("A1"), unreadable));
        assertEquals(List.of(unreadable), rejects);
    }

    @Test
    void savesTheOthersWhenTheStoreRefusesOne() {
        jobs.refused.add("A2");

        assertEquals(new Counts(2, 0, 0, 1), importing(posting("A1"), posting("A2"), posting("A3")));
        assertEquals(
                "UNKNOWN_OCCUPATION: the store refuses this row", onlyReject().reason());
    }

    @Test
    void tellsOfRefusalsInTheOrderOfTheFileAlthoughHalvesAreSavedBesideEachOther() {
        jobs.refused.addAll(List.of("N7", "N499"));

        importing(IntStream.range(0, ImportPostings.BATCH)
                .mapToObj(i -> posting("N" + i))
                .toList());

        assertEquals(
                List.of("N7", "N499"), rejects.stream().map(Row.Rejected::key).toList());
        assertEquals(new Counts(498, 0, 0, 2), progress.getLast());
    }

    @Test
    void stopsWhenTheStoreDoesNotAnswer() {
        jobs.down = true;

        var failure = assertThrows(PortFailure.class, () -> importing(posting("A1")));
        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
    }

    @Test
    void schedulesAPostingThatIsDatedAhead() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        var content = Samples.content("A1", "Welder", NEXT_MONTH);
        var window = content.window();
        var ahead = content.with(new PostingWindow(
                Optional.of(tomorrow), window.expiresAt(), window.applyBy(), window.startDate(), false));

        importing(new Row.Posting(1, "A1", Samples.profile("Lohia Works"), ahead, tomorrow));

        assertEquals(new JobState.Scheduled(tomorrow, NEXT_MONTH), jobs.only().state());
    }

    @Test
    void tellsHowFarItIsAfterEachBatch() {
        importing(IntStream.rangeClosed(0, ImportPostings.BATCH)
                .mapToObj(i -> posting("N" + i))
                .toList());

        assertEquals(List.of(new Counts(500, 0, 0, 0), new Counts(501, 0, 0, 0)), progress);
    }

    @Test
    void closesABatchOfLongDescriptionsEarly() {
        var heavy = IntStream.range(0, 100)
                .mapToObj(i -> Samples.longPosting("N" + i))
                .toList();

        importing(heavy);

        assertEquals(3, progress.size());
        assertEquals(new Counts(100, 0, 0, 0), progress.getLast());
    }

    @Test
    void anEmptyFileIsNoFault() {
        assertEquals(Counts.NONE, importing(List.of()));
    }

    private Row.Rejected onlyReject() {
        assertEquals(1, rejects.size());
        return rejects.getFirst();
    }

    private Counts importing(Row... rows) {
        return importing(List.of(rows));
    }

    private Counts importing(List<? extends Row> rows) {
        return new ImportPostings(jobs, companies, Clock.fixed(NOW, ZoneOffset.UTC))
                .handle(new ImportPostings.Command(rows.iterator(), rejects::add, progress::add));
    }

    private static <S> S accepted(Decision<S> decision) {
        return switch (decision) {
            case Decision.Accepted<S>(S next, var _) -> next;
            case Decision.Refused<S>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }
}
