package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A version with another declaration starts on real engines, beside nodes of the old version that go on.
class DeclarationChangesTest {
    private static final int JOBS = 30;
    private static final DocumentSchema WIDER =
            JobFields.JOB.with(Declare.keyword("schooling").from("education").filter());

    private final Database database = TestEngines.freshDatabase();
    private final Map<String, String> options = Map.of(
            "rozgar.elasticsearch.prefix",
            TestEngines.freshIndexPrefix() + "d",
            "rozgar.elasticsearch.url",
            TestEngines.elasticsearch().uri().toString(),
            "rozgar.auto_migrate",
            "true");
    private final Board board = Board.on(database, TestEngines.elasticsearch(), options);

    @BeforeEach
    void post() throws InterruptedException {
        board.awaitIndex();
        long company = board.company("declared-works");
        for (int i = 0; i < JOBS; i++) post(company, "Packer " + i);
        board.awaitIndex();
    }

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void anAddedFieldIsFilledInWhileTheOldNodesGoOn() throws InterruptedException {
        String before = live();
        // As the migration of the new version does, while relays of the old one go on.
        String old = documentFunction();
        Sql.run(database, withSchooling(old));
        post(1, "Too early");
        Eventually.within(
                Duration.ofSeconds(60),
                "the live index refuses a field that it does not know",
                () -> Sql.number(database, "select count(*) from index_ledger where error is not null") > 0);

        try (SearchCopy next = version(WIDER)) {
            assertEquals("new: schooling", next.misfit().map(Evolution::text).orElse("nothing"));
            next.start();
            awaitDone(next, Purpose.BACK_FILL);
        }
        board.awaitIndex();

        assertEquals(before, live());
        assertTrue(board.wiring().copy().orElseThrow().keeper().isCurrent(), "the old nodes read on");
        assertSame(JOBS + 1);
        assertTrue(held().values().stream().allMatch(document -> document.contains("\"schooling\":")), this::live);
    }

    @Test
    void aRemovedFieldIsARebuild() throws InterruptedException {
        String old = documentFunction();
        Sql.run(database, withSchooling(old));
        try (SearchCopy wider = version(WIDER)) {
            assertDone(wider.build(Order.REBUILD, Watch.silent()).orElseThrow());
        }
        String before = live();
        Sql.run(database, old);

        try (SearchCopy next = version(JobFields.JOB)) {
            assertEquals("gone: schooling", next.misfit().map(Evolution::text).orElse("nothing"));
            next.start();
            awaitDone(next, Purpose.REBUILD);
        }

        assertNotEquals(before, live());
        assertSame(JOBS);
    }

    @Test
    void anotherKindIsARebuild() throws InterruptedException {
        String before = live();
        DocumentSchema other = withDecimalPromotion();

        try (SearchCopy next = version(other)) {
            assertEquals(
                    "changed: promotion", next.misfit().map(Evolution::text).orElse("nothing"));
            next.start();
            awaitDone(next, Purpose.REBUILD);
            assertEquals(
                    other.fingerprint(),
                    next.report().generations().live().orElseThrow().fingerprint());
        }

        assertNotEquals(before, live());
        assertSame(JOBS);
    }

    private SearchCopy version(DocumentSchema declared) {
        Map<String, String> all = new HashMap<>(options);
        all.putAll(Board.postgres(database));
        return new SearchCopy(
                Settings.read(SettingsSources.only(all)), board.wiring().postgres(), declared);
    }

    private static void awaitDone(SearchCopy copy, Purpose purpose) throws InterruptedException {
        Eventually.within(
                Duration.ofSeconds(60),
                purpose + " is done",
                () -> copy.keeper().isCurrent()
                        && copy.keeper().lacking().isEmpty()
                        && copy.report()
                                .build()
                                .filter(build -> build.plan().purpose() == purpose
                                        && build.end().isPresent())
                                .isPresent());
        assertDone(copy.report().build().orElseThrow());
    }

    private static void assertDone(Build build) {
        assertEquals(Outcome.DONE, build.end().orElseThrow().outcome(), build::toString);
    }

    private void post(long company, String title) {
        assertEquals(201, board.post("/api/jobs", Board.job(company, title)).statusCode());
    }

    private String live() {
        return board.wiring().copy().orElseThrow().index().status().live().orElseThrow();
    }

    private Map<Long, String> held() {
        Map<Long, String> held = new HashMap<>();
        board.wiring()
                .copy()
                .orElseThrow()
                .elasticsearch()
                .indexContents()
                .after(live(), 0, 1_000)
                .forEach(entry ->
                        held.put(entry.id(), entry.document().orElseThrow().toString()));
        return held;
    }

    private void assertSame(int jobs) {
        board.wiring().copy().orElseThrow().index().refresh();
        Map<Long, String> truth = new HashMap<>();
        board.wiring()
                .postgres()
                .listedJobs()
                .after(0, 1_000)
                .forEach(entry ->
                        truth.put(entry.id(), entry.document().orElseThrow().toString()));
        assertEquals(jobs, truth.size());
        assertEquals(truth, held());
    }

    private String documentFunction() {
        return Sql.run(database, "select pg_get_functiondef('job_documents'::regproc)")
                .getFirst();
    }

    /// The same function, of documents with one member more at their end.
    private static String withSchooling(String function) {
        int end = function.lastIndexOf("'}'", function.indexOf("from job r"));
        return function.substring(0, end)
                + "',\"schooling\":', coalesce((json_scalar(r.education))::text, 'null'), "
                + function.substring(end);
    }

    private static DocumentSchema withDecimalPromotion() {
        Object[] members = JobFields.JOB.members().stream()
                .map(member -> member instanceof Node.Leaf leaf && leaf.name().equals("promotion")
                        ? new Node.Leaf(
                                leaf.name(),
                                leaf.columns(),
                                Kind.DECIMAL,
                                leaf.list(),
                                leaf.required(),
                                leaf.uses(),
                                leaf.weight(),
                                leaf.codes(),
                                leaf.meaning(),
                                leaf.parameter())
                        : member)
                .toArray();
        return DocumentSchema.of("job", "listed", JobFields.JOB.window(), members);
    }
}
