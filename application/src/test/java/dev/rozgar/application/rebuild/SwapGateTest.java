package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.rebuild.Build.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a new index has to hold before it becomes the live one.
class SwapGateTest extends BuildScene {
    @Test
    void refusesAnIndexThatHoldsTooLittle() {
        jobs(10);
        for (long id = 8; id <= 10; id++) index.refuse(id);

        Build build = rebuild();

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("7 documents, less than 0.8 of the 10 listed jobs"), remarks(build));
        assertEquals(Optional.empty(), index.status().live());
        assertEquals(Optional.empty(), index.status().building());
        assertFalse(ledger.claim(1, Duration.ZERO).building());
    }

    @Test
    void refusesAnIndexThatHoldsTooLittleOfTheLiveOne() {
        jobs(10);
        rebuild();
        String before = live();
        for (long id = 1; id <= 5; id++) ledger.hide(id);

        Build build = rebuild();

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("5 documents, less than 0.8 of the 10 of the live index"), remarks(build));
        assertEquals(before, live());
    }

    @Test
    void swapsByForceAndSaysWhatItPassedOver() {
        jobs(1);
        index.refuse(1);

        Build build = rebuild(Order.REBUILD.force(true), quiet());

        assertEquals(Outcome.DONE, outcome(build));
        assertTrue(remarks(build).contains("swapped by force, though it holds 0 documents"), remarks(build));
    }

    @Test
    void letsAFewRefusedDocumentsBeAndHasTheLedgerSayWhy() {
        settledJobs(10);
        index.refuse(4);

        Build build = rebuild();

        assertEquals(Outcome.DONE, outcome(build));
        assertEquals(1, build.position().refused());
        relay.payOnce();
        assertTrue(ledger.owed(List.of(4L)).containsKey(4L));
    }

    @Test
    void sendsAgainWhatTheIndexHasLost() {
        settledJobs(1_000);
        Build build = rebuild(Order.REBUILD, new Onlooker(at -> {
            if (at.position().done() == 1_000) index.forget(3);
        }));

        assertEquals(Outcome.DONE, outcome(build));
        assertTrue(remarks(build).contains("1 documents differed and were sent again"), remarks(build));
        assertTrue(index.found(3).isPresent());
    }

    @Test
    void refusesAnIndexWithADocumentThatIsNotPostgresqls() {
        settledJobs(10);
        String before = live();
        Build build = rebuild(Order.REBUILD, new Onlooker(at -> {
            if (at.position().done() == 10) index.falsify(3, "{\"id\":3,\"title\":\"false\"}");
        }));

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("1 documents differ from PostgreSQL's, of jobs 3"), remarks(build));
        assertEquals(before, live());
    }

    @Test
    void refusesAnIndexWithADocumentThatShouldNotBeThere() {
        settledJobs(10);
        Build build = rebuild(Order.REBUILD, new Onlooker(at -> {
            if (at.position().done() == 10) index.falsify(77, "{\"id\":77,\"title\":\"nobody's\"}");
        }));

        assertEquals(Outcome.REFUSED, outcome(build));
        assertTrue(remarks(build).contains("of jobs 77"), remarks(build));
        assertTrue(remarks(build).contains("the query sort=-published_at: "), remarks(build));
    }

    @Test
    void doesNotAccuseWhatIsUnderWay() {
        settledJobs(10);
        Onlooker writer = new Onlooker(at -> {
            // Nobody pays this one: it is under way as long as the check lasts.
            if (at.position().done() == 10) ledger.change(3, "changed behind the build");
        });

        Build build = rebuild(Order.REBUILD, writer);

        assertEquals(Outcome.DONE, outcome(build));
    }

    private static String remarks(Build build) {
        return String.join("\n", build.end().orElseThrow().remarks());
    }
}
