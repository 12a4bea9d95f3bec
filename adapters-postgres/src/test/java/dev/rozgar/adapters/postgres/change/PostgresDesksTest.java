package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Jobs and companies within a transaction.
class PostgresDesksTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant LATER = MoveAJob.LATER;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void locksNothingUnderAnIdThatIsNotThere() {
        assertEquals(Optional.empty(), read(desk -> desk.jobs().lock(new JobId(999_999))));
        assertEquals(Optional.empty(), read(desk -> desk.companies().lock(new CompanyId(999_999))));
        assertEquals(Optional.empty(), read(desk -> desk.jobs().removedFrom(new JobId(999_999))));
        assertEquals(false, read(desk -> desk.companies().isRemoved(new CompanyId(999_999))));
    }

    @Test
    void savesANewCompanyWithANewJob() {
        Company company =
                SampleCompanies.plain(DATABASE.postgres().companyRepository().nextId());
        Job job = SampleJobs.plain(DATABASE.postgres().jobRepository().nextId(), company.id());

        write(desk -> {
            desk.companies().save(company);
            desk.jobs().save(job);
        });

        assertEquals(1, company(company.id()).version());
        assertEquals(job.content(), job(job.id()).content());
    }

    @Test
    void savesAnotherCompanyProfile() {
        Company before = company(job(published()).company());
        Company named = new Company(
                before.id(),
                SampleCompanies.profile(before.profile().slug().value(), "Another name"),
                before.state(),
                before.version(),
                before.createdAt(),
                LATER);

        write(desk -> desk.companies().save(named));

        assertEquals(2, company(before.id()).version());
        assertEquals(
                "Another name", company(before.id()).profile().displayName().value());
        assertEquals("STALE_VERSION", conflict(desk -> desk.companies().save(named)));
    }

    @Test
    void hidesARemovedJobAndRemembersIt() {
        JobId id = published();
        Job job = job(id);

        write(desk -> desk.jobs().remove(job, LATER));

        assertEquals(Optional.empty(), read(desk -> desk.jobs().lock(id)));
        assertEquals(true, read(desk -> desk.jobs().removedFrom(id)).isPresent());
        assertEquals(
                List.of("f 2 2026-03-01 09:31:00.123"),
                DATABASE.ask("select format('%s %s %s', listed, version, removed_at at time zone 'UTC') from job"
                        + " where id = " + id.value()));
    }

    @Test
    void refusesToRemoveOrSaveARemovedJob() {
        Job job = job(published());
        write(desk -> desk.jobs().remove(job, LATER));

        assertEquals("STALE_VERSION", conflict(desk -> desk.jobs().remove(job, LATER)));
        assertEquals("STALE_VERSION", conflict(desk -> desk.jobs().save(job)));
        assertEquals("STALE_VERSION", conflict(desk -> desk.jobs().save(SampleJobs.again(job, 2, job.content()))));
    }

    @Test
    void owesTheIndexARemovedJob() {
        JobId id = published();
        DATABASE.run("update index_ledger set indexed = wanted");

        write(desk -> desk.jobs().remove(job(id), LATER));

        assertEquals(List.of("t"), DATABASE.ask("select owed from index_ledger where doc_id = " + id.value()));
    }

    @Test
    void hidesARemovedCompanyWithItsJobs() {
        JobId id = published();
        CompanyId owner = job(id).company();

        write(desk -> desk.companies().remove(company(owner), LATER));

        assertEquals(Optional.empty(), read(desk -> desk.companies().lock(owner)));
        assertEquals(true, read(desk -> desk.companies().isRemoved(owner)));
        assertEquals(List.of("f"), DATABASE.ask("select listed from job where id = " + id.value()));
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void countsTheJobsThatAreScheduledPublishedOrPaused(JobState.Kind kind) {
        Job job = job(published());
        JobState state = state(kind);
        Job other =
                new Job(job.id(), job.company(), job.content(), state, job.version(), job.createdAt(), job.updatedAt());
        write(desk -> desk.jobs().save(other));

        long live = read(desk -> desk.companies().liveJobs(job.company()));

        assertEquals(state.inForceUntil().isPresent() ? 1 : 0, live);
    }

    @Test
    void countsNoRemovedJob() {
        Job job = job(published());
        write(desk -> desk.jobs().remove(job, LATER));

        long live = read(desk -> desk.companies().liveJobs(job.company()));

        assertEquals(0, live);
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void movesIntoEveryStateAsTheRepositoryWouldSaveIt(JobState.Kind kind) {
        Job before = job(published());
        Job moved = new Job(before.id(), before.company(), before.content(), state(kind), 1, before.createdAt(), LATER);

        write(desk -> {
            desk.jobs().lock(before.id());
            desk.jobs().save(moved);
        });

        assertEquals(
                new Job(before.id(), before.company(), before.content(), state(kind), 2, before.createdAt(), LATER),
                job(before.id()));
    }

    private static JobState state(JobState.Kind kind) {
        Instant now = SampleJobs.NOW;
        return switch (kind) {
            case DRAFT -> new JobState.Draft();
            case IN_REVIEW -> new JobState.InReview(now);
            case CHANGES_REQUESTED -> new JobState.ChangesRequested(now, "say where");
            case SCHEDULED -> new JobState.Scheduled(LATER, SampleJobs.UNTIL);
            case PUBLISHED -> new JobState.Published(now, SampleJobs.UNTIL);
            case PAUSED -> new JobState.Paused(LATER, now, SampleJobs.UNTIL);
            case FILLED -> new JobState.Filled(LATER, now);
            case EXPIRED -> new JobState.Expired(LATER, Optional.of(now));
            case CLOSED -> new JobState.Closed(LATER, Optional.of(now), "moved");
            case REJECTED -> new JobState.Rejected(LATER, "spam", true);
            case ARCHIVED -> new JobState.Archived(LATER);
        };
    }

    private static JobId published() {
        return MoveAJob.published(DATABASE);
    }

    private static Job job(JobId id) {
        return DATABASE.postgres().jobRepository().find(id).orElseThrow();
    }

    private static Company company(CompanyId id) {
        return DATABASE.postgres().companyRepository().find(id).orElseThrow();
    }

    private static <T> T read(Function<Workspace, T> question) {
        return run(desk -> Answer.Done.accepted(question.apply(desk)));
    }

    private static void write(Consumer<Workspace> change) {
        run(desk -> {
            change.accept(desk);
            return Answer.Done.accepted("written");
        });
    }

    private static String conflict(Consumer<Workspace> change) {
        return assertThrows(PortFailure.class, () -> write(change)).code();
    }

    private static <T> T run(Function<Workspace, Answer<T>> work) {
        var done = (Answer.Done<T>) DATABASE.postgres().transactions().run(Terms.usual(), work);
        return done.result();
    }
}
