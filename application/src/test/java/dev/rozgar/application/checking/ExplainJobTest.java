package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.Explanation.State;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainJobTest {
    private static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);

    private final FakeTruth truth = new FakeTruth();
    private final FakeCopy copy = new FakeCopy();
    private final ExplainJob explain = new ExplainJob(
            truth, copy, (one, other) -> List.of(new FieldDifference("title", one.toString(), other.toString())));

    @BeforeEach
    void aJobInStep() {
        truth.change(42, "cook", THEN);
        pay();
        copy.refresh();
    }

    private void pay() {
        List<IndexEntry> entries = truth.claim();
        copy.write(entries);
        truth.settle(entries);
    }

    private Explanation why() {
        return explain.handle(new JobId(42), NOW);
    }

    @Test
    void saysThatNothingIsWrong() {
        Explanation why = why();

        assertEquals(State.IN_STEP, why.state());
        assertTrue(why.listed() && why.shown());
        assertEquals(why.held(), why.visible());
        assertEquals(Optional.empty(), why.command());
        assertEquals("took change 1 of 1", why.answer());
    }

    @Test
    void saysThatAJobIsOutsideOfItsWindow() {
        Explanation why = explain.handle(new JobId(42), THEN.minusSeconds(1));

        assertFalse(why.shown());
        assertTrue(why.repair().contains("outside of its posting window"), why::repair);
    }

    @Test
    void saysThatSearchesStillFindTheVersionBefore() {
        long before = copy.at(42).version();
        truth.change(42, "tandoor chef", NOW);
        pay();

        assertEquals(Optional.of(before), why().visible());
        assertEquals(Optional.of(copy.at(42).version()), why().held());
    }

    @Test
    void saysThatADebtIsUnderWayAndWhatItWillChange() {
        truth.change(42, "tandoor chef", NOW);

        Explanation why = why();

        assertEquals(State.UNDER_WAY, why.state());
        assertEquals("title", why.fields().getFirst().path());
        assertEquals("took change 1 of 2, nothing since", why.answer());
    }

    @Test
    void saysWhyADocumentWasSetAside() {
        truth.change(42, "unacceptable", NOW);
        truth.claim();
        truth.setAside(42);

        Explanation why = why();

        assertEquals(State.STALE, why.state());
        assertTrue(why.answer().contains("no such field"), why::answer);
        assertTrue(why.repair().contains("set aside"), why::repair);
        assertEquals("rozgar index redrive --id 42", why.command().orElseThrow());
    }

    @Test
    void tellsTheCommandThatRepairs() {
        copy.lose(42);

        Explanation why = why();

        assertEquals(State.MISSING, why.state());
        assertEquals(Optional.of("rozgar verify --deep --repair --range 42..42"), why.command());
    }

    @Test
    void saysThatAVersionIsFromALostPast() {
        copy.put(42, truth.newestVersion() + 1, copy.at(42).document());

        assertEquals(State.FUTURE, why().state());
        assertTrue(why().repair().contains("epoch"));
    }

    @Test
    void tellsAMarkerFromADocument() {
        truth.hide(42, NOW);
        pay();

        Explanation why = why();

        assertEquals(State.IN_STEP, why.state());
        assertTrue(why.marker());
        assertFalse(why.listed());
    }

    @Test
    void knowsNothingOfAJobThatNeverWas() {
        Explanation why = explain.handle(new JobId(77), NOW);

        assertEquals(Optional.empty(), why.facts());
        assertEquals(Optional.empty(), why.ledger());
        assertEquals(State.IN_STEP, why.state());
    }
}
