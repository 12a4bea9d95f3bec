package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.company.InMemoryCompanies;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.InMemoryJobs;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The policy `strict` on stores in memory.
class StrictTransactionsTest {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);

    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private final IndexRelay relay = new IndexRelay(ledger, index, IndexRelay.Pace.USUAL);
    private final InMemoryCompanies companies = new InMemoryCompanies(Set.of());
    private final InMemoryJobs jobs = new InMemoryJobs(companies, Set.of());
    private final InMemoryStagedTruth truth = new InMemoryStagedTruth(scene.transactions, jobs, ledger);
    private final StrictTransactions.Limits limits = new StrictTransactions.Limits(LEFT_ALONE, Duration.ofSeconds(30));
    private final StrictTransactions strict = new StrictTransactions(scene.transactions, truth, index, relay, limits);

    @BeforeEach
    void startWithAnEmptyIndex() {
        index.promote(index.startBuilding());
    }

    @Test
    void commitsWhatTheIndexHasAcknowledged() {
        var answer = post(Sync.ACCEPTED);

        assertEquals(Sync.INDEXED, reached(answer));
        assertTrue(index.found(Scene.done(answer).value()).isPresent());
        assertEquals(0, ledger.backlog().due());
    }

    @Test
    void showsItIfThatIsAskedFor() {
        assertEquals(Sync.VISIBLE, reached(post(Sync.VISIBLE)));
        assertEquals(1, index.status().documents());
    }

    @Test
    void savesNothingWhileTheIndexIsAwayAndLeavesADebt() {
        index.unplug(true);
        int before = scene.transactions.commits();

        PortFailure failure = assertThrows(PortFailure.class, () -> post(Sync.ACCEPTED));

        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
        assertEquals(before, scene.transactions.commits());
        assertEquals(1, truth.intents().size());
        assertEquals(1, ledger.backlog().due());
    }

    @Test
    void savesNothingWhileTheIndexHasNoRoom() {
        index.congest(true);

        assertThrows(PortFailure.class, () -> post(Sync.ACCEPTED));
    }

    @Test
    void tellsWhatTheIndexSaysOfADocumentThatItRefuses() {
        for (long id = 1; id < 100; id++) index.refuse(id);
        int before = scene.transactions.commits();

        assertEquals(List.of(StrictTransactions.NOT_INDEXABLE), Scene.codes(post(Sync.ACCEPTED)));
        assertEquals(before, scene.transactions.commits());
    }

    @Test
    void repairsWhatTheIndexShowsOfACommitThatNeverWas() {
        truth.failCommits();
        assertThrows(PortFailure.class, () -> post(Sync.ACCEPTED));
        long id = truth.intents().getFirst().getFirst();
        assertTrue(index.found(id).isPresent(), "the fault happened: the index shows a phantom");
        assertEquals(0, relay.payOnce(), "left alone at first");
        ledger.pass(LEFT_ALONE);

        relay.payOnce();

        assertEquals(Optional.empty(), index.found(id));
        assertEquals(0, ledger.backlog().due());
    }

    @Test
    void intendsAndWritesNothingWhereThereIsNothingToWrite() {
        var refused = strict.run(Terms.<JobId>usual(), _ -> new Answer.Refused<>(List.of(), Optional.empty()));
        var rehearsed = strict.run(new Terms<JobId>(true, Sync.ACCEPTED, Optional.empty()), space -> {
            var job = SampleJobs.plain(space.jobs().nextId(), company);
            space.jobs().save(job);
            return Done.accepted(job.id());
        });

        assertInstanceOf(Answer.Refused.class, refused);
        assertInstanceOf(Done.class, rehearsed);
        assertEquals(List.of(), truth.intents());
    }

    @Test
    void aChangeOfNoJobIsAcceptedAndFollows() {
        var answer = strict.run(
                Terms.<JobId>usual(), space -> Done.accepted(space.jobs().nextId()));

        assertEquals(Sync.ACCEPTED, reached(answer));
    }

    @Test
    void intendsOnceForEachRunOfTheWork() {
        scene.transactions.failCommits(1);

        var answer = post(Sync.ACCEPTED);

        assertEquals(2, truth.intents().size());
        assertTrue(index.found(Scene.done(answer).value()).isPresent());
    }

    @Test
    void savesJobsLikewise() {
        var write = new StrictWrite(jobs, truth, index, relay, limits);
        var employer = SampleCompanies.plain(companies.nextId());
        companies.save(List.of(employer));
        var job = SampleJobs.plain(write.nextId(), employer.id());

        assertEquals(Sync.INDEXED, write.save(List.of(job), Sync.ACCEPTED).reached());
        assertTrue(write.find(job.id()).isPresent());

        index.refuse(job.id().value() + 1);
        var other = SampleJobs.plain(write.nextId(), employer.id());
        PortFailure failure = assertThrows(PortFailure.class, () -> write.save(List.of(other), Sync.ACCEPTED));
        assertEquals(StrictTransactions.NOT_INDEXABLE, failure.code());
        assertFalse(write.find(other.id()).isPresent());
    }

    private Answer<JobId> post(Sync wanted) {
        return strict.run(new Terms<>(false, wanted, Optional.empty()), space -> {
            var job = SampleJobs.plain(space.jobs().nextId(), company);
            space.jobs().save(job);
            return Done.accepted(job.id());
        });
    }

    private static Sync reached(Answer<JobId> answer) {
        return answer instanceof Done<JobId>(JobId _, Sync reached, var _, var _) ? reached : refuse(answer);
    }

    private static Sync refuse(Answer<JobId> answer) {
        throw new AssertionError(answer);
    }
}
