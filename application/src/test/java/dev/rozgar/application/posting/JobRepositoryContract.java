package dev.rozgar.application.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.OccupationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every store of jobs does. An implementation's test says only how to open one.
public abstract class JobRepositoryContract {
    private static final Instant NOW = SampleJobs.NOW;
    private static final Instant LATER = NOW.plusMillis(7);

    /// A store that knows [SampleJobs#KNOWN_OCCUPATION]; what earlier facts saved may still be there.
    protected abstract JobRepository jobs();

    /// The companies of the same store.
    protected abstract CompanyRepository companies();

    static Stream<JobState> states() {
        return Stream.of(
                new JobState.Draft(),
                new JobState.InReview(NOW),
                new JobState.ChangesRequested(NOW, "say where"),
                new JobState.Scheduled(LATER, SampleJobs.UNTIL),
                new JobState.Published(NOW, SampleJobs.UNTIL),
                new JobState.Paused(LATER, NOW, SampleJobs.UNTIL),
                new JobState.Filled(LATER, NOW),
                new JobState.Expired(LATER, Optional.empty()),
                new JobState.Expired(LATER, Optional.of(NOW)),
                new JobState.Closed(LATER, Optional.empty(), "moved"),
                new JobState.Closed(LATER, Optional.of(NOW), "\"moved\""),
                new JobState.Rejected(LATER, "not a job", false),
                new JobState.Rejected(LATER, "spam", true),
                new JobState.Archived(LATER));
    }

    @Test
    void findsNothingUnderAnIdThatWasNeverSaved() {
        assertEquals(Optional.empty(), jobs().find(jobs().nextId()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void findsAPlainJobAsItWasSavedInEveryState(JobState state) {
        Job job = SampleJobs.in(jobs().nextId(), company(), state, SampleJobs.content("Cook"));
        save(job);

        assertEquals(Optional.of(stored(job)), jobs().find(job.id()));
    }

    @Test
    void findsAJobThatSaysEverythingAsItWasSaved() {
        Job job = full();
        save(job);

        assertEquals(Optional.of(stored(job)), jobs().find(job.id()));
    }

    @Test
    void replacesEveryThingOnTheNextSave() {
        Job full = full();
        save(full);
        Job lean = SampleJobs.again(full, 1, SampleJobs.content("Cook"));
        save(lean);

        assertEquals(Optional.of(stored(lean)), jobs().find(full.id()));
    }

    @Test
    void raisesTheVersionOnEverySave() {
        Job job = plain();
        long first = save(job).version();
        long second = save(SampleJobs.again(job, first, job.content())).version();

        assertEquals(List.of(1L, 2L), List.of(first, second));
    }

    @Test
    void refusesAVersionThatIsNoLongerStored() {
        Job job = plain();
        save(job);
        Job loaded = jobs().find(job.id()).orElseThrow();
        save(loaded);

        assertEquals("STALE_VERSION", refusal(loaded));
    }

    @Test
    void refusesAVersionOfAJobThatWasNeverSaved() {
        assertEquals("STALE_VERSION", refusal(SampleJobs.again(plain(), 1, SampleJobs.content("Cook"))));
    }

    @Test
    void refusesASecondNewJobUnderOneId() {
        Job job = plain();
        save(job);

        assertEquals("STALE_VERSION", refusal(job));
    }

    @Test
    void leavesARefusedJobAsItWas() {
        Job full = full();
        save(full);

        assertThrows(PortFailure.class, () -> save(SampleJobs.again(full, 5, SampleJobs.content("Cook"))));
        assertEquals(Optional.of(stored(full)), jobs().find(full.id()));
    }

    @Test
    void savesAllOrNone() {
        Job good = plain();
        Job bad = plain(new CompanyId(Integer.MAX_VALUE));

        assertThrows(PortFailure.class, () -> jobs().save(List.of(good, bad), Sync.ACCEPTED));
        assertEquals(Optional.empty(), jobs().find(good.id()));
    }

    @Test
    void answersInTheOrderOfTheJobs() {
        Job first = plain();
        Job second = plain();
        save(first);
        Job changed = SampleJobs.again(first, 1, first.content());

        List<JobRepository.Saved> saved =
                jobs().save(List.of(second, changed), Sync.ACCEPTED).saved();

        assertEquals(
                List.of(second.id(), first.id()),
                saved.stream().map(JobRepository.Saved::id).toList());
        assertEquals(
                List.of(1L, 2L),
                saved.stream().map(JobRepository.Saved::version).toList());
    }

    @Test
    void savesNothingWithoutFuss() {
        assertEquals(List.of(), jobs().save(List.of(), Sync.ACCEPTED).saved());
    }

    @Test
    void refusesARequisitionThatTheCompanyHasInThisLanguage() {
        CompanyId company = company();
        save(requisition(company, "R-1", "en-IN"));

        assertEquals("DUPLICATE_REQUISITION_ID", refusal(requisition(company, "R-1", "en-IN")));
    }

    @Test
    void takesTheSameRequisitionInAnotherLanguageOrCompany() {
        CompanyId company = company();
        Job english = requisition(company, "R-1", "en-IN");
        Job hindi = requisition(company, "R-1", "hi-IN");
        Job others = requisition(company(), "R-1", "en-IN");

        assertEquals(
                3,
                jobs().save(List.of(english, hindi, others), Sync.ACCEPTED)
                        .saved()
                        .size());
    }

    @Test
    void refusesACompanyThatIsNotKnown() {
        assertEquals("UNKNOWN_COMPANY", refusal(plain(new CompanyId(Integer.MAX_VALUE))));
    }

    @Test
    void refusesAnOccupationThatIsNotKnown() {
        JobContent lost = SampleJobs.occupied(new OccupationId(Integer.MAX_VALUE));

        assertEquals(
                "UNKNOWN_OCCUPATION", refusal(SampleJobs.in(jobs().nextId(), company(), new JobState.Draft(), lost)));
    }

    @Test
    void findsTheJobsOfManyCompaniesAtOnceEachByItsOwnRequisitions() {
        CompanyId one = company();
        CompanyId two = company();
        Job first = requisition(one, "R-1", "en-IN");
        Job second = requisition(two, "R-2", "en-IN");
        jobs().save(
                        List.of(first, requisition(one, "R-2", "en-IN"), second, requisition(two, "R-1", "en-IN")),
                        Sync.ACCEPTED);

        List<Job> found = jobs().findByRequisition(Map.of(one, List.of("R-1", "R-9"), two, List.of("R-2")));

        assertEquals(Set.of(stored(first), stored(second)), Set.copyOf(found));
        assertEquals(2, found.size());
    }

    @Test
    void findsTheCompanysJobsOfTheRequisitions() {
        CompanyId company = company();
        Job first = requisition(company, "R-1", "en-IN");
        Job hindi = requisition(company, "R-1", "hi-IN");
        Job second = requisition(company, "R-2", "en-IN");
        Job third = requisition(company, "R-3", "en-IN");
        Job others = requisition(company(), "R-1", "en-IN");
        jobs().save(List.of(first, hindi, second, third, others), Sync.ACCEPTED);

        List<Job> found = jobs().findByRequisition(company, List.of("R-1", "R-2", "R-9"));

        assertEquals(
                List.of(stored(first), stored(hindi), stored(second)),
                found.stream()
                        .sorted(Comparator.comparingLong(job -> job.id().value()))
                        .toList());
    }

    @Test
    void neverHandsOutAnIdTwice() {
        Set<JobId> ids = new HashSet<>();
        for (int i = 0; i < 200; i++) ids.add(jobs().nextId());

        assertEquals(200, ids.size());
    }

    private CompanyId company() {
        CompanyId id = companies().nextId();
        companies().save(List.of(SampleCompanies.plain(id)));
        return id;
    }

    private Job plain() {
        return plain(company());
    }

    private Job plain(CompanyId company) {
        return SampleJobs.plain(jobs().nextId(), company);
    }

    private Job full() {
        return SampleJobs.in(
                jobs().nextId(), company(), new JobState.Published(NOW, SampleJobs.UNTIL), SampleJobs.full("Ω/1"));
    }

    private Job requisition(CompanyId company, String requisition, String language) {
        return SampleJobs.in(
                jobs().nextId(), company, new JobState.Draft(), SampleJobs.requisition(requisition, language));
    }

    private JobRepository.Saved save(Job job) {
        return jobs().save(List.of(job), Sync.ACCEPTED).saved().getFirst();
    }

    private String refusal(Job job) {
        return assertThrows(PortFailure.class, () -> save(job)).code();
    }

    /// As it is in store after one save.
    private static Job stored(Job job) {
        return new Job(
                job.id(),
                job.company(),
                job.content(),
                job.state(),
                job.version() + 1,
                job.createdAt(),
                job.updatedAt());
    }
}
