package dev.rozgar.adapters.postgres.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.ConsistencyToken.Kind;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexProgress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresIndexProgressTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Part COMPANY = new Part(Kind.COMPANY, 1, 1);
    private static final Part ALL = new Part(Kind.ALL, 9, 1);

    private final IndexLedger ledger = DATABASE.postgres().indexLedger();
    private final IndexProgress progress = DATABASE.postgres().indexProgress();

    @BeforeEach
    void empty() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count");
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.insertCompany(DATABASE, 2);
        PlainRows.putJob(DATABASE, 1, 1, "cook");
        PlainRows.putJob(DATABASE, 2, 2, "mason");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aChangeIsSettledWhenItOrALaterOneWasAcknowledged() {
        assertEquals(Set.of(), settled(job(1, 1)));
        PlainRows.putJob(DATABASE, 1, 1, "tandoor chef");
        payAll();

        assertEquals(Set.of(job(1, 1), job(1, 2)), settled(job(1, 1), job(1, 2)));
    }

    @Test
    void aChangeAfterTheClaimIsNotSettledByIt() {
        List<Claim> claims = claim();
        PlainRows.putJob(DATABASE, 1, 1, "tandoor chef");
        ledger.settle(claims);

        assertEquals(Set.of(job(1, 1)), settled(job(1, 1), job(1, 2)));
    }

    @Test
    void whatIsNotShownIsSettled() {
        assertEquals(Set.of(job(404, 0)), settled(job(404, 0)));
    }

    @Test
    void nobodyWaitsForWhatNeverWas() {
        assertEquals(Set.of(job(1, 2), job(404, 1)), hopeless(job(1, 1), job(1, 2), job(404, 1)));
    }

    @Test
    void nobodyWaitsForWhatWasRefusedForGood() {
        ledger.refuse(claimOf(1), "nonsense", 1);

        assertEquals(Set.of(job(1, 1), COMPANY, ALL), hopeless(job(1, 1), job(2, 1), COMPANY, ALL));
    }

    @Test
    void whatWasNeverGivenOutIsNeverReached() {
        payAll();
        Part company = new Part(Kind.COMPANY, 1, 999_999);
        Part transaction = new Part(Kind.ALL, 999_999_999_999L, 1);

        assertEquals(Set.of(), settled(company, transaction));
        assertEquals(Set.of(company), hopeless(company));
    }

    @Test
    void aCompanyIsSettledWhenItsChangeIsSpreadAndPaid() {
        payAll();
        assertEquals(Set.of(COMPANY, ALL), settled(COMPANY, ALL));
        DATABASE.run("update company set display_name = 'Renamed' where id = 1");
        assertEquals(Set.of(), settled(COMPANY, ALL));
        List<Claim> claims = claim();
        assertEquals(List.of(1L), claims.stream().map(Claim::id).toList());
        assertEquals(Set.of(), settled(COMPANY, ALL));
        ledger.settle(claims);

        assertEquals(Set.of(COMPANY, ALL), settled(COMPANY, ALL));
    }

    @Test
    void whatOthersOweDoesNotConcernACompany() {
        payAll();
        PlainRows.putJob(DATABASE, 2, 2, "carpenter");

        assertEquals(Set.of(COMPANY), settled(COMPANY, ALL));
    }

    @Test
    void knowsTheEpoch() {
        long before = progress.of(List.of(ALL)).epoch();
        DATABASE.run("update index_state set epoch = epoch + 1");

        assertEquals(before + 1, progress.of(List.of(ALL)).epoch());
    }

    @Test
    void theLagIsTheAgeOfTheOldestDebtOrUnspreadChange() {
        payAll();
        assertEquals(Duration.ZERO, progress.lag());
        PlainRows.putJob(DATABASE, 1, 1, "tandoor chef");
        DATABASE.run("update index_ledger set since = since - interval '7 seconds' where doc_id = 1");
        assertTrue(progress.lag().compareTo(Duration.ofSeconds(7)) >= 0);
        DATABASE.run("update company set display_name = 'Renamed' where id = 1;"
                + " update index_fanout set since = since - interval '2 minutes'");

        assertTrue(progress.lag().compareTo(Duration.ofMinutes(2)) >= 0);
    }

    private static Part job(long id, long number) {
        return new Part(Kind.JOB, id, number);
    }

    private Set<Part> settled(Part... parts) {
        return progress.of(List.of(parts)).settled();
    }

    private Set<Part> hopeless(Part... parts) {
        return progress.of(List.of(parts)).hopeless();
    }

    private List<Claim> claim() {
        return ledger.claim(10, Duration.ZERO).claims();
    }

    private Claim claimOf(long id) {
        return claim().stream().filter(claim -> claim.id() == id).findFirst().orElseThrow();
    }

    private void payAll() {
        ledger.settle(claim());
    }
}
