package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.Answer.Replayed;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every store of changes does. An implementation's test says only how to open one.
public abstract class TransactionsContract extends OpenStore {
    private static final Instant NOW = SampleJobs.NOW;
    private static final StoredReply REPLY =
            new StoredReply(201, "/api/jobs/1", "\"1\"", "{\"क\":1}".getBytes(StandardCharsets.UTF_8));

    private final String key = UUID.randomUUID().toString();

    @Test
    void keepsEverythingOfOneTransaction() {
        var company = run(this::newCompany);
        var job = run(space -> newJob(space, company));

        assertEquals(
                Optional.of(1L), run(space -> space.companies().lock(company)).map(Company::version));
        assertEquals(Optional.of(1L), run(space -> space.jobs().lock(job.id())).map(Job::version));
    }

    @Test
    void keepsNothingOfARefusal() {
        var company = nextCompany();
        Answer<CompanyId> answer = transactions().run(Terms.usual(), space -> {
            newCompany(space, company);
            return new Answer.Refused<>(List.of(), Optional.empty());
        });

        assertInstanceOf(Answer.Refused.class, answer);
        assertNothingOf(company);
    }

    @Test
    void keepsNothingWhenTheWorkFails() {
        var company = nextCompany();

        assertThrows(
                IllegalStateException.class,
                () -> transactions().run(Terms.usual(), space -> {
                    newCompany(space, company);
                    throw new IllegalStateException("on purpose");
                }));
        assertNothingOf(company);
    }

    @Test
    void keepsNothingOfAValidation() {
        var company = nextCompany();
        var terms = new Terms<CompanyId>(true, Sync.ACCEPTED, Optional.of(attempt("one")));
        var answer = transactions().run(terms, space -> Done.accepted(newCompany(space, company)));

        // What it would cost the index is for a store to tell that has one.
        assertEquals(Done.accepted(company), ((Done<CompanyId>) answer).costing(OptionalLong.empty()));
        assertNothingOf(company);
        assertInstanceOf(Done.class, once("one", space -> newCompany(space, company)));
    }

    @Test
    void keepsNothingOfATransactionWhoseLastWriteIsStale() {
        var other = run(this::newCompany);
        var company = nextCompany();
        var stale = SampleCompanies.plain(other);

        assertConflict("STALE_VERSION", space -> {
            newCompany(space, company);
            space.companies().save(stale);
            return company;
        });
        assertNothingOf(company);
    }

    @Test
    void refusesAJobWhoseVersionIsNotTheStoredOne() {
        var company = run(this::newCompany);
        var job = run(space -> newJob(space, company));

        assertConflict("STALE_VERSION", space -> {
            space.jobs().save(job);
            return job;
        });
    }

    @Test
    void refusesToRemoveAJobWhoseVersionIsNotTheStoredOne() {
        var company = run(this::newCompany);
        var job = run(space -> newJob(space, company));

        assertConflict("STALE_VERSION", space -> {
            space.jobs().remove(job, NOW);
            return job;
        });
    }

    @Test
    void knowsARemovedJobAsRemovedOnly() {
        var company = run(this::newCompany);
        var job = run(space -> newJob(space, company));
        run(space -> {
            space.jobs().remove(space.jobs().lock(job.id()).orElseThrow(), NOW);
            return job;
        });

        assertEquals(Optional.empty(), run(space -> space.jobs().lock(job.id())));
        assertEquals(Optional.of(job.company()), run(space -> space.jobs().removedFrom(job.id())));
    }

    @Test
    void knowsARemovedCompanyAsRemovedOnly() {
        var company = run(this::newCompany);
        run(space -> {
            space.companies().remove(space.companies().lock(company).orElseThrow(), NOW);
            return company;
        });

        assertEquals(Optional.empty(), run(space -> space.companies().lock(company)));
        assertTrue(this.<Boolean>run(space -> space.companies().isRemoved(company)));
    }

    @Test
    void countsLiveJobsAndKnowsWhoseAJobIs() {
        var company = run(this::newCompany);
        var job = run(space -> newJob(space, company));

        assertEquals(1, this.<Long>run(space -> space.companies().liveJobs(company)));
        assertEquals(
                company,
                this.<Employer>run(space -> space.jobs()
                                .employer(space.jobs().lock(job.id()).orElseThrow()))
                        .id());
    }

    @Test
    void answersARepeatedAttemptWithTheFirstReply() {
        var runs = new AtomicInteger();
        once("one", space -> runs.incrementAndGet());
        var again = once("one", space -> runs.incrementAndGet());

        var reply = assertInstanceOf(Replayed.class, again).reply();
        assertEquals(1, runs.get());
        assertEquals(List.of(201, "/api/jobs/1", "\"1\""), List.of(reply.status(), reply.location(), reply.etag()));
        assertArrayEquals(REPLY.body(), reply.body());
    }

    @Test
    void effectsBehindAClaimHappenOnce() {
        var effects = new AtomicInteger();
        Function<Workspace, Answer<Integer>> work = space -> {
            space.claimAttempt();
            return Done.accepted(effects.incrementAndGet());
        };
        var terms = new Terms<Integer>(false, Sync.ACCEPTED, Optional.of(attempt("one")));
        transactions().run(terms, work);

        assertInstanceOf(Replayed.class, transactions().run(terms, work));
        assertEquals(1, effects.get());
    }

    @Test
    void answersARepeatedAttemptWithWhatWasReachedSince() {
        var attempt = new Attempt<Integer>(
                "somebody",
                key,
                "one",
                (result, reached) -> new StoredReply(
                        reached == Sync.ACCEPTED ? 202 : 201, "/here", "\"1\"", new byte[] {result.byteValue()}));
        var terms = new Terms<Integer>(false, Sync.ACCEPTED, Optional.of(attempt));
        transactions().run(terms, _ -> Done.accepted(1));
        transactions().amend(attempt, 7, Sync.INDEXED);

        var reply = assertInstanceOf(Replayed.class, transactions().run(terms, _ -> Done.accepted(2)))
                .reply();
        assertEquals(List.of(201, "/here", "\"1\""), List.of(reply.status(), reply.location(), reply.etag()));
        assertArrayEquals(new byte[] {7}, reply.body());
    }

    @Test
    void refusesAKeyThatBelongsToAnotherRequest() {
        once("one", space -> 1);

        var failure = assertThrows(PortFailure.class, () -> once("two", space -> 2));
        assertEquals("IDEMPOTENCY_KEY_REUSED", failure.code());
    }

    @Test
    void refusesAnAttemptWhileTheSameIsUnderWay() {
        var code = new StringBuilder();
        once("one", space -> {
            code.append(
                    assertThrows(PortFailure.class, () -> once("one", _ -> 2)).code());
            return 1;
        });

        assertEquals("IDEMPOTENCY_KEY_IN_FLIGHT", code.toString());
    }

    @Test
    void letsOthersUseTheSameKey() {
        once("one", space -> 1);
        var others = new Attempt<Integer>("somebody else", key, "two", (_, _) -> REPLY);

        assertInstanceOf(
                Done.class,
                transactions().run(new Terms<>(false, Sync.ACCEPTED, Optional.of(others)), space -> Done.accepted(2)));
    }

    @Test
    void letsARefusedAttemptBeTriedAgain() {
        var terms = new Terms<Integer>(false, Sync.ACCEPTED, Optional.of(attempt("one")));
        transactions().run(terms, space -> new Answer.Refused<>(List.of(), Optional.empty()));

        assertInstanceOf(Done.class, once("one", space -> 1));
    }

    @Test
    void letsAFailedAttemptBeTriedAgain() {
        assertThrows(
                IllegalStateException.class,
                () -> once("one", space -> {
                    throw new IllegalStateException("on purpose");
                }));

        assertInstanceOf(Done.class, once("one", space -> 1));
    }

    /// As it was before it was saved.
    private Job newJob(Workspace space, CompanyId company) {
        var job = SampleJobs.plain(space.jobs().nextId(), company);
        space.jobs().save(job);
        return job;
    }

    /// Work that begins with a question, as all does: that is when a store looks for the key.
    private <R> Answer<R> once(String fingerprint, Function<Workspace, R> work) {
        var terms = new Terms<R>(
                false, Sync.ACCEPTED, Optional.of(new Attempt<>("somebody", key, fingerprint, (_, _) -> REPLY)));
        return transactions().run(terms, space -> {
            space.jobs().removedFrom(new JobId(404));
            return Done.accepted(work.apply(space));
        });
    }

    @Test
    void keepsTheKeyOfWorkThatAskedNothing() {
        var terms = new Terms<Integer>(false, Sync.ACCEPTED, Optional.of(attempt("one")));
        transactions().run(terms, space -> Done.accepted(1));

        assertInstanceOf(Replayed.class, transactions().run(terms, space -> Done.accepted(2)));
    }

    private <R> Attempt<R> attempt(String fingerprint) {
        return new Attempt<>("somebody", key, fingerprint, (_, _) -> REPLY);
    }

    private void assertNothingOf(CompanyId company) {
        assertEquals(Optional.empty(), run(space -> space.companies().lock(company)));
    }

    private void assertConflict(String code, Function<Workspace, ?> work) {
        assertEquals(code, assertThrows(PortFailure.class, () -> run(work)).code());
    }
}
