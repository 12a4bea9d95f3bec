package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoPhaseTransactionsTest {
    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();
    private static final Part RENAMED = new Part(ConsistencyToken.Kind.COMPANY, 7, 2);

    private final FakeProgress progress = new FakeProgress();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private final IndexRelay relay = new IndexRelay(ledger, index, IndexRelay.Pace.USUAL);

    @BeforeEach
    void startWithAnEmptyIndex() {
        index.promote(index.startBuilding());
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    /// What it pays later than soon, the ledger tells.
    private void startRelay() {
        progress.paid = change -> ledger.owed(List.of(change.id())).isEmpty();
        relay.start();
    }

    @Test
    void answersIndexedOnceTheRelayHasPaid() {
        startRelay();

        var answer = save(Sync.INDEXED, Duration.ofSeconds(30));

        assertEquals(Sync.INDEXED, reached(answer));
        assertTrue(index.found(Scene.done(answer).value()).isPresent());
    }

    @Test
    void answersIndexedWhenEvenTheLastRunOfTheWorkIsPaid() {
        startRelay();
        scene.transactions.failCommits(2);

        assertEquals(Sync.INDEXED, reached(save(Sync.INDEXED, Duration.ofSeconds(30))));
    }

    @Test
    void answersVisibleOnceSearchesFindIt() {
        startRelay();

        var answer = save(Sync.VISIBLE, Duration.ofSeconds(30));

        assertEquals(Sync.VISIBLE, reached(answer));
        assertEquals(1, index.status().documents());
    }

    @Test
    void whoRepeatsARequestIsToldHowFarItHasCome() {
        startRelay();
        var attempt = new Attempt<JobId>(
                "somebody",
                "key",
                "print",
                (_, reached) -> new StoredReply(200 + reached.ordinal(), "", "", new byte[0]));

        save(Sync.INDEXED, Duration.ofSeconds(30), Optional.of(attempt));

        var again = save(Sync.INDEXED, Duration.ofSeconds(30), Optional.of(attempt));
        assertEquals(
                200 + Sync.INDEXED.ordinal(),
                assertInstanceOf(Answer.Replayed.class, again).reply().status());
    }

    @Test
    void answersAcceptedWhenNobodyPaysInTime() {
        assertEquals(Sync.ACCEPTED, reached(save(Sync.INDEXED, Duration.ofMillis(20))));
        assertEquals(1, ledger.backlog().due());
    }

    @Test
    void doesNotWaitForWhoeverDoesNotAsk() {
        assertEquals(Sync.ACCEPTED, reached(save(Sync.ACCEPTED, Duration.ofHours(1))));
    }

    @Test
    void doesNotWaitForWhatIsRefused() {
        var terms = new Terms<JobId>(false, Sync.INDEXED, Optional.empty());
        var answer = over(scene.transactions, Duration.ofHours(1))
                .run(terms, space -> new Answer.Refused<>(List.of(), Optional.empty()));

        assertInstanceOf(Answer.Refused.class, answer);
    }

    @Test
    void waitsForWhatManyJobsShowUntilTheLedgerSaysSo() {
        relay.start();
        progress.settled.add(RENAMED);
        assertEquals(Sync.INDEXED, reached(rename(Sync.INDEXED)));
        assertEquals(Sync.VISIBLE, reached(rename(Sync.VISIBLE)));
    }

    @Test
    void doesNotWaitForWhatTheIndexWillNeverTake() {
        progress.hopeless.add(RENAMED);
        assertEquals(Sync.ACCEPTED, reached(rename(Sync.INDEXED)));
    }

    @Test
    void asksNobodyAboutACompanyForWhoeverDoesNotWait() {
        assertEquals(Sync.ACCEPTED, reached(rename(Sync.ACCEPTED)));
        assertEquals(List.of(), progress.asked);
    }

    @Test
    void asksNobodyForTheNumberThatTheCommitHasTold() {
        var answer = save(token -> token, _ -> {
            relay.payOnce();
            ledger.unplug(true);
        });

        assertEquals(Sync.INDEXED, reached(answer));
        assertEquals(List.of(), progress.asked);
    }

    @Test
    void noticesWhatAnotherProcessHasPaid() {
        var answer = save(token -> token, token -> token.parts().forEach(progress::settle));

        assertEquals(Sync.INDEXED, reached(answer));
    }

    @Test
    void givesUpOnWhatTheIndexRefuses() {
        var answer = save(token -> token, token -> progress.hopeless.addAll(token.parts()));

        assertEquals(Sync.ACCEPTED, reached(answer));
    }

    @Test
    void failsNothingThatIsCommittedWhenTheLedgerIsAway() {
        var answer = save(token -> token, _ -> progress.silent = true);

        assertEquals(Sync.ACCEPTED, reached(answer));
    }

    @Test
    void asksTheLedgerWhereTheCommitTellsNothingApart() {
        var answer = save(TwoPhaseTransactionsTest::all, _ -> relay.payOnce());

        assertEquals(Sync.INDEXED, reached(answer));
        assertEquals(Sync.ACCEPTED, reached(save(TwoPhaseTransactionsTest::all, _ -> ledger.unplug(true))));
    }

    private static ConsistencyToken all(ConsistencyToken token) {
        return new ConsistencyToken(token.epoch(), List.of(new Part(ConsistencyToken.Kind.ALL, 1, 1)));
    }

    /// @param told what the commit says instead of its token
    /// @param then happens between the commit and the wait
    private Answer<JobId> save(UnaryOperator<ConsistencyToken> told, Consumer<ConsistencyToken> then) {
        return over(committing(told, then), Duration.ofSeconds(30))
                .run(new Terms<>(false, Sync.INDEXED, Optional.empty()), this::post);
    }

    private Transactions committing(UnaryOperator<ConsistencyToken> told, Consumer<ConsistencyToken> then) {
        return new Transactions() {
            @Override
            public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work) {
                var done = (Done<R>) scene.transactions.run(terms, work);
                ConsistencyToken token = done.token().orElseThrow();
                then.accept(token);
                return done.with(Optional.of(told.apply(token)));
            }

            @Override
            public <R> void amend(Attempt<R> attempt, R result, Sync reached) {
                scene.transactions.amend(attempt, result, reached);
            }
        };
    }

    /// A change of a company, of which this store tells nothing but its token.
    private Answer<JobId> rename(Sync wanted) {
        Transactions told = new Transactions() {
            @Override
            public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work) {
                var done = (Done<R>) scene.transactions.run(terms, work);
                return done.with(Optional.of(new ConsistencyToken(1, List.of(RENAMED))));
            }

            @Override
            public <R> void amend(Attempt<R> attempt, R result, Sync reached) {
                scene.transactions.amend(attempt, result, reached);
            }
        };
        return over(told, Duration.ofSeconds(30))
                .run(new Terms<>(false, wanted, Optional.empty()), _ -> Done.accepted(new JobId(1)));
    }

    private Answer<JobId> save(Sync wanted, Duration deadline) {
        return save(wanted, deadline, Optional.empty());
    }

    private Answer<JobId> save(Sync wanted, Duration deadline, Optional<Attempt<JobId>> attempt) {
        return over(scene.transactions, deadline).run(new Terms<>(false, wanted, attempt), this::post);
    }

    private Answer<JobId> post(Workspace space) {
        var job = SampleJobs.plain(space.jobs().nextId(), company);
        space.jobs().save(job);
        ledger.change(job.id().value(), "cook");
        return Done.accepted(job.id());
    }

    private TwoPhaseTransactions over(Transactions truth, Duration deadline) {
        return new TwoPhaseTransactions(truth, relay, new TwoPhaseTransactions.Books(ledger, progress), deadline);
    }

    private static Sync reached(Answer<JobId> answer) {
        return answer instanceof Done<JobId>(JobId _, Sync reached, var _, var _) ? reached : refuse(answer);
    }

    private static Sync refuse(Answer<JobId> answer) {
        throw new AssertionError(answer);
    }
}
