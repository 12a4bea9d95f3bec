package dev.rozgar.application.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Hit;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Ways;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.shadow.ShadowCompare.Stores;
import dev.rozgar.application.shadow.VerifyQueries.Asked;
import dev.rozgar.application.shadow.VerifyQueries.Finding;
import dev.rozgar.application.shadow.VerifyQueries.Report;
import dev.rozgar.application.shadow.Waivers.Kind;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifyQueriesTest {
    private static final DocumentQuery ANY = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.EPOCH);
    private static final DocumentQuery NEAREST = DocumentQuery.of(
            JobFields.JOB,
            List.of(new Sort.ByDistance(JobFields.JOB.require("locations.point"), new GeoPoint(18, 73))),
            Instant.EPOCH);

    private final Shelf truth = new Shelf();
    private final Shelf copy = new Shelf();
    private final KnownSuspects ledger = new KnownSuspects();
    private final List<Finding> told = new ArrayList<>();

    VerifyQueriesTest() {
        for (long id = 1; id <= 3; id++) {
            truth.put(id, "cook");
            copy.put(id, "cook");
        }
    }

    @Test
    void countsWhatIsAnsweredAlike() {
        Report report = verify(truth, copy, ANY, ANY);

        assertEquals(2, report.same());
        assertTrue(report.isOneAnswer());
        assertEquals(List.of(), told);
    }

    @Test
    void namesTheQueryTheFirstDocumentAndBothTotals() {
        copy.held.remove(2L);
        copy.total = 2;

        Report report = verify(truth, copy, ANY);

        assertFalse(report.isOneAnswer());
        Finding finding = report.first().getFirst();
        assertEquals("query 0", finding.query());
        assertEquals(Map.of(Difference.MISSING, List.of(2L)), finding.kinds());
        assertEquals(Optional.of(2L), finding.first());
        assertEquals(3, finding.truth().orElseThrow().value());
        assertEquals(2, finding.copy().orElseThrow().value());
        assertEquals(report.first(), told);
    }

    @Test
    void callsLagWhatIsUnderWay() {
        copy.held.remove(2L);
        ledger.underWay.add(2L);

        Report report = verify(truth, copy, ANY);

        assertEquals(1, report.lag());
        assertTrue(report.isOneAnswer());
    }

    @Test
    void doesNotHideBehindLagWhatIsWrong() {
        copy.held.remove(2L);
        copy.held.remove(3L);
        ledger.underWay.add(2L);

        Report report = verify(truth, copy, ANY);

        assertEquals(1, report.differ());
        assertEquals(
                Set.of(Difference.LAG, Difference.MISSING),
                told.getFirst().kinds().keySet());
    }

    @Test
    void repairsNothing() {
        copy.held.remove(2L);
        verify(truth, copy, ANY);

        assertEquals(List.of(), ledger.owed);
    }

    @Test
    void countsWhatAStoreDoesNotAnswer() {
        copy.failure = Optional.of(PortFailure.unavailable("down", null));

        Report report = verify(truth, copy, ANY, ANY);

        assertEquals(2, report.unanswered());
        assertFalse(report.isOneAnswer());
        assertEquals(Optional.of("down"), told.getFirst().why());
    }

    @Test
    void leavesAStoreAloneThatAnswersNothing() {
        copy.failure = Optional.of(PortFailure.unavailable("down", null));

        assertThrows(PortFailure.class, () -> verify(truth, copy, ANY, ANY, ANY));
    }

    @Test
    void seesOtherPoints() {
        Report report = verify(shown(3, 1000, 1, 2), shown(4, 1000, 1, 2), NEAREST);

        assertEquals(Set.of(Difference.HIT), told.getFirst().kinds().keySet());
        assertEquals(1, report.differ());
    }

    @Test
    void waivesARoundedDistanceAndTellsSo() {
        Report report = verify(shown(3, 1000, 1, 2), shown(3, 1000.001, 1, 2), NEAREST);

        assertEquals(1, report.same());
        assertEquals(Map.of(Kind.ROUNDED_DISTANCE, 1L, Kind.EQUAL_DISTANCES, 0L), report.waived());
        assertEquals(List.of(Kind.EQUAL_DISTANCES), report.idle());
    }

    @Test
    void seesAnotherDistance() {
        Report report = verify(shown(3, 1000, 1, 2), shown(3, 1000.5, 1, 2), NEAREST);

        assertEquals(1, report.differ());
    }

    @Test
    void waivesTheOrderOfWhatIsEquallyFar() {
        Report report = verify(shown(3, 1000, 1, 2), shown(3, 1000.000001, 2, 1), NEAREST);

        assertEquals(1, report.same());
        assertEquals(1L, report.waived().get(Kind.EQUAL_DISTANCES));
    }

    @Test
    void waivesNoOtherOrder() {
        copy.order.remove(2L);
        copy.order.add(2L);

        assertEquals(1, verify(truth, copy, ANY).differ());
    }

    @Test
    void waivesNothingThatIsNotGranted() {
        var strict = new VerifyQueries(
                new Stores(shown(3, 1000, 1), shown(3, 1000.001, 1), ledger, () -> {}), Waivers.NONE, 1);

        assertEquals(
                1, strict.handle(List.of(new Asked("x", NEAREST)), new Taken()).differ());
    }

    @Test
    void theFileGrantsWithReasonsOnly() {
        assertThrows(IllegalArgumentException.class, () -> Waivers.of("ROUNDED_DISTANCE\t0.01\t "));
        assertThrows(IllegalArgumentException.class, () -> Waivers.of("ROUNDED_DISTANCE\t5\tso"));
        assertThrows(IllegalArgumentException.class, () -> Waivers.of("OTHER_TOTALS\t0.01\tso"));
        assertThrows(IllegalArgumentException.class, () -> Waivers.of("ROUNDED_DISTANCE\t0.01"));
        assertEquals(Set.of(Kind.values()), Waivers.read().granted().keySet());
    }

    private Report verify(JobReadModel one, JobReadModel other, DocumentQuery... queries) {
        List<Asked> asked = new ArrayList<>();
        for (DocumentQuery query : queries) asked.add(new Asked("query " + asked.size(), query));
        var verify = new VerifyQueries(new Stores(one, other, ledger, () -> {}), Waivers.read(), 2);
        return verify.handle(asked, new Taken());
    }

    private final class Taken implements VerifyQueries.Watch {
        @Override
        public void at(long compared) {}

        @Override
        public void found(Finding finding) {
            told.add(finding);
        }
    }

    /// Documents so far away, each a micrometre further, with a page behind them.
    private static JobReadModel shown(long score, double metres, long... ids) {
        return new JobReadModel() {
            @Override
            public DocumentPage search(DocumentQuery query) {
                List<Document> items = new ArrayList<>();
                List<Hit> hits = new ArrayList<>();
                for (long id : ids) {
                    items.add(Document.of(("{\"id\":" + id + ",\"x\":1}").getBytes(StandardCharsets.UTF_8)));
                    hits.add(new Hit(OptionalLong.of(score), OptionalDouble.of(metres + items.size() * 1e-6)));
                }
                Cursor last = new Cursor(List.of(Optional.of(new Value.Real(metres)), Optional.of(new Value.Whole(2))));
                return DocumentPage.upTo(query, items, Ways.on(Optional.of(last)), Optional.empty(), hits);
            }

            @Override
            public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
                return Optional.of(
                        Document.of(("{\"id\":" + id.value() + ",\"x\":1}").getBytes(StandardCharsets.UTF_8)));
            }
        };
    }
}
