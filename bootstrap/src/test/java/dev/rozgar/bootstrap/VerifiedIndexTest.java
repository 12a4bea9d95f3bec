package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.CheckSteadily;
import dev.rozgar.application.checking.Difference;
import dev.rozgar.application.checking.Difference.Kind;
import dev.rozgar.application.checking.Explanation;
import dev.rozgar.application.checking.FieldDifference;
import dev.rozgar.application.checking.Findings;
import dev.rozgar.application.checking.IdRange;
import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.net.http.HttpClient;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Three thousand jobs on real engines, and no relay but the one that a test steps by hand.
class VerifiedIndexTest {
    private static final int JOBS = 3_000;
    private static final Duration LONG = Duration.ofHours(1);
    private static final Database DATABASE = TestEngines.freshDatabase();
    private static final String PREFIX = TestEngines.freshIndexPrefix() + "v";
    private static final Opened OPENED = new Opened();
    private static final RawDocuments RAW = new RawDocuments(
            OPENED.add(HttpClient.newHttpClient()), TestEngines.elasticsearch().uri(), PREFIX);
    private static final Wiring WIRING = OPENED.add(Wiring.open(settings()));

    private final SearchCopy copy = WIRING.copy().orElseThrow();
    private final IndexLedger ledger = WIRING.postgres().indexLedger();

    private static Settings settings() {
        Map<String, String> options = new HashMap<>(Board.postgres(DATABASE));
        options.put(
                "rozgar.elasticsearch.url", TestEngines.elasticsearch().uri().toString());
        options.put("rozgar.elasticsearch.prefix", PREFIX);
        options.putAll(Board.PATIENT);
        return Settings.read(SettingsSources.only(options));
    }

    @BeforeAll
    static void jobsInStep() {
        WIRING.postgres().migrate();
        Sql.run(DATABASE, """
                insert into company (id, version, slug, display_name, same_as, state, state_at, created_at, updated_at)
                values (1, 1, 'acme', 'Acme', '{}', 'VERIFIED', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z');
                insert into job (
                    id, version, company_id, slug, language, title, description_text, remote, applicant_regions,
                    categories, employment_types, pay_disclosed, experience_required, fresher_ok, licences,
                    licence_required, own_vehicle, documents, benefits, openings_total, openings_filled, apply_direct,
                    published_at, expires_at, immediate, source, promotion, state, state_at, created_at, updated_at)
                select id, 1, 1, 'job-' || id, 'en-IN', 'Cook ' || id, 'Work.', 'ONSITE', '{}',
                    '{}', '{FULL_TIME}', false, false, true, '{}',
                    false, false, '{}', '{}', 1, 0, true,
                    '2026-03-01Z', '2036-04-01Z', true, 'sql', 0, 'PUBLISHED', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z'
                from generate_series(1, %d) id
                """.formatted(JOBS));
        WIRING.copy().orElseThrow().ensure(Watch.silent());
    }

    @AfterAll
    static void close() {
        WIRING.copy()
                .orElseThrow()
                .elasticsearch()
                .indexGenerations()
                .state()
                .live()
                .ifPresent(live -> RAW.deleteIndex(live.name()));
        OPENED.close();
    }

    /// Whatever a test has done, the next one begins in step.
    @AfterEach
    void inStepAgain() {
        Sql.run(DATABASE, "update job set state = 'PUBLISHED' where state <> 'PUBLISHED'");
        pay();
        check(new Order(Scope.everything(), true, true, _ -> false));
        pay();
        assertTrue(check(true).isInStep());
    }

    private void pay() {
        while (ledger.backlog().due() > 0) copy.relay().payOnce();
        copy.index().refresh();
    }

    @Test
    void isInStepAfterABuildWithoutASingleClaim() {
        pay();

        Findings findings = check(false);

        assertTrue(findings.isInStep(), findings::toString);
        assertEquals(JOBS, findings.checked());
        assertEquals(0, findings.compared(), "the digests suffice");
        assertEquals(JOBS, check(true).compared());
    }

    @Test
    void findsWhateverIsWrongAndRepairsNothingElse() {
        pay();
        RAW.delete(101);
        RAW.put(102, version(102), "{\"id\":102,\"removed\":true}");
        RAW.put(900_001, 5, RAW.source(103).replace("\"id\":103", "\"id\":900001"));
        loseAWrite(104);
        RAW.put(105, version(105), RAW.source(105).replace("Cook 105", "Forged"));
        withoutTriggers("update job set title = 'Quietly changed' where id = 106");

        Findings byVersions = check(false);
        Findings byTexts = check(new Order(Scope.everything(), true, true, _ -> false));

        assertEquals(Map.of(Kind.MISSING, 2L, Kind.EXTRA, 1L, Kind.STALE, 1L), byVersions.counts());
        assertEquals(
                Map.of(
                        101L, Kind.MISSING,
                        102L, Kind.MISSING,
                        900_001L, Kind.EXTRA,
                        104L, Kind.STALE,
                        105L, Kind.DIFFERENT,
                        106L, Kind.DIFFERENT),
                kinds(byTexts));
        assertEquals(
                List.of(new FieldDifference("title", "\"Cook 105\"", "\"Forged\"")),
                byTexts.first().stream()
                        .filter(one -> one.id() == 105)
                        .findFirst()
                        .orElseThrow()
                        .fields());
        assertEquals(
                List.of("101", "102", "104", "105", "106", "900001"),
                Sql.run(DATABASE, "select doc_id from index_ledger where owed order by doc_id"));
    }

    @Test
    void findsAVersionThatWasNeverHandedOut() {
        pay();
        long held = version(201);
        RAW.put(201, (5L << 40) + 1, RAW.source(201));

        Difference difference = check(false).first().getFirst();

        assertEquals(Kind.FUTURE, difference.kind());
        assertEquals(held, difference.version());
        Explanation why = copy.check().explain().handle(new JobId(201), Instant.now());
        assertEquals(Explanation.State.FUTURE, why.state());

        assertEquals(
                1, check(new Order(Scope.everything(), false, true, _ -> false)).repaired());
        pay();

        assertTrue(check(false).isInStep());
        assertTrue(version(201) > 5L << 40, "an epoch above it has begun");
    }

    @Test
    void accusesNobodyOfAChangeThatIsNotCommittedOrNotPaid() throws SQLException {
        pay();
        try (var writer = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("update job set title = 'Chef' where id = 301");
            assertInStep(0);
            writer.commit();
        }
        assertInStep(1);
    }

    @Test
    void accusesNobodyWhileARelayIsParkedAndJudgesWhenItHasGoneOn() {
        pay();
        Sql.run(DATABASE, "update job set state = 'PAUSED' where id = 302");
        IndexLedger.Taken parked = ledger.take(10, LONG);
        assertInStep(1);

        Findings findings = check(new Order(Scope.everything(), true, false, round -> {
            copy.index().write(parked.entries(), EnumSet.of(Slot.LIVE));
            ledger.settle(parked.claims().claims());
            return round == 0;
        }));

        assertTrue(findings.isInStep(), findings::toString);
        assertEquals(0, findings.unsettled());
    }

    @Test
    void accusesNobodyWhileARenamedCompanyIsBeingSpread() {
        pay();
        Sql.run(DATABASE, "update company set display_name = 'Acme & Sons' where id = 1");

        Findings findings = check(new Order(new Scope.Ids(new IdRange(1, 50)), true, false, _ -> false));

        assertTrue(findings.isInStep(), findings::toString);
        assertEquals(50, findings.unsettled());
    }

    @Test
    void explainsAJobWhoseWriteWasLost() {
        pay();
        loseAWrite(401);

        Explanation why = copy.check().explain().handle(new JobId(401), Instant.now());

        assertEquals(Explanation.State.STALE, why.state());
        assertEquals("PUBLISHED", why.facts().orElseThrow().state());
        assertTrue(why.listed() && why.shown());
        assertEquals(why.held(), why.visible());
        assertEquals("title", why.fields().getFirst().path());
        assertEquals(
                "rozgar verify --deep --repair --range 401..401", why.command().orElseThrow());
    }

    @Test
    void checksSteadilyAsMuchAsAWholeCheck() {
        pay();
        RAW.delete(501);
        var steady = new CheckSteadily(
                copy.check().verify(Slot.LIVE),
                WIRING.postgres().checkTurns(),
                new CheckSteadily.Pace(LONG, 1_000_000, true, true));

        while (steady.results().lastPass().isEmpty()) steady.step();

        assertEquals(JOBS, steady.results().checked());
        assertEquals(1, steady.results().differences(Kind.MISSING));
        assertEquals(List.of("501"), Sql.run(DATABASE, "select doc_id from index_ledger where owed"));
    }

    /// Nothing is wrong in any way of looking; so much is under way when the texts are compared.
    private void assertInStep(long underWay) {
        assertTrue(check(false).isInStep());
        Findings byTexts = check(true);
        assertTrue(byTexts.isInStep(), byTexts::toString);
        assertEquals(underWay, byTexts.unsettled());
    }

    /// A relay says that the index took what it never got.
    private void loseAWrite(long id) {
        Sql.run(DATABASE, "update job set title = 'Changed' where id = " + id);
        List<Claim> claims = ledger.claim(10, LONG).claims();
        assertEquals(1, claims.size());
        ledger.settle(claims);
    }

    private static void withoutTriggers(String statement) {
        Sql.run(DATABASE, "set session_replication_role = replica; " + statement);
    }

    private Findings check(boolean texts) {
        return check(new Order(Scope.everything(), texts, false, _ -> false));
    }

    private Findings check(Order order) {
        return copy.check().verify(Slot.LIVE).handle(order, (_, _) -> {});
    }

    private static Map<Long, Kind> kinds(Findings findings) {
        Map<Long, Kind> kinds = new TreeMap<>();
        findings.first().forEach(difference -> kinds.put(difference.id(), difference.kind()));
        return kinds;
    }

    private static long version(long id) {
        return Sql.number(DATABASE, "select version from index_ledger where doc_id = " + id);
    }
}
