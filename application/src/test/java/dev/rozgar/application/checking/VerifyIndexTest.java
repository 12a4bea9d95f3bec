package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.Difference.Kind;
import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a check finds where nothing is under way.
class VerifyIndexTest extends CheckScene {
    @Test
    void findsNothingWhereTheCopyIsInStep() {
        Findings findings = check();

        assertTrue(findings.isInStep());
        assertEquals(999, findings.checked());
        assertEquals(0, findings.compared(), "digests suffice");
    }

    @Test
    void comparesOneByOneOnlyWhereDigestsDiffer() {
        copy.lose(300);

        assertEquals(256, check().compared());
    }

    @Test
    void findsWhatIsMissing() {
        copy.lose(300);

        assertEquals(Map.of(Kind.MISSING, 1L), check().counts());
    }

    @Test
    void countsAMarkerAsAbsent() {
        copy.put(300, copy.at(300).version(), Optional.empty());

        assertEquals(Map.of(Kind.MISSING, 1L), check().counts());
    }

    @Test
    void findsWhatIsShownWithoutBeingListed() {
        copy.put(13, copy.at(13).version(), Optional.of(FakeTruth.document(13, "ghost")));
        copy.put(5_000_000, 4, Optional.of(FakeTruth.document(5_000_000, "alien")));

        Findings findings = check();

        assertEquals(Map.of(Kind.EXTRA, 2L), findings.counts());
        assertEquals(List.of(13L, 5_000_000L), ids(findings));
    }

    @Test
    void findsAnOlderVersionOfAnotherText() {
        copy.put(300, copy.at(300).version() - 1, Optional.of(FakeTruth.document(300, "of old")));

        Findings findings = check();

        assertEquals(Map.of(Kind.STALE, 1L), findings.counts());
        assertEquals("title", findings.first().getFirst().fields().getFirst().path());
    }

    @Test
    void findsAVersionThatWasNeverHandedOut() {
        copy.put(300, truth.newestVersion() + 1, copy.at(300).document());
        copy.put(13, truth.newestVersion() + 9, Optional.empty());

        Findings findings = check();

        assertEquals(Map.of(Kind.FUTURE, 2L), findings.counts());
        assertEquals(List.of(13L, 300L), ids(findings));
    }

    @Test
    void findsAnotherTextUnderTheSameVersionOnlyByTheTexts() {
        copy.put(300, copy.at(300).version(), Optional.of(FakeTruth.document(300, "forged")));

        assertTrue(check().isInStep());
        assertEquals(Map.of(Kind.DIFFERENT, 1L), checkTexts().counts());
    }

    @Test
    void findsAChangeThatWasNeverOwed() {
        truth.changeInSilence(300, "changed behind the triggers");

        assertEquals(Map.of(Kind.DIFFERENT, 1L), checkTexts().counts());
    }

    @Test
    void comparesEveryDocumentByItsText() {
        Findings findings = checkTexts();

        assertTrue(findings.isInStep());
        assertEquals(999, findings.checked());
        assertEquals(999, findings.compared());
    }

    @Test
    void takesTheSameTextUnderAnotherNumberForNoDifference() {
        long version = copy.at(300).version();
        truth.owe(List.of(300L));
        // Two relays have paid one debt, and the one that was to write the later number is gone.
        truth.settle(truth.claim());

        Findings findings = check();

        assertEquals(version, copy.at(300).version());
        assertTrue(findings.isInStep());
        assertEquals(1, findings.renumbered());
    }

    @Test
    void owesAnewWhatDiffersAndNothingElse() {
        copy.lose(300);
        copy.put(400, copy.at(400).version() - 1, Optional.of(FakeTruth.document(400, "of old")));
        copy.put(13, copy.at(13).version(), Optional.of(FakeTruth.document(13, "ghost")));

        Findings findings = repair();

        assertEquals(3, findings.repaired());
        assertEquals(List.of(13L, 300L, 400L), truth.owed());
        pay();
        assertTrue(check().isInStep());
    }

    @Test
    void looksOnlyAtTheRangeThatItIsTold() {
        copy.lose(300);
        copy.lose(301);
        copy.lose(302);

        Findings findings = check(new Order(new Scope.Ids(new IdRange(301, 301)), false, false, _ -> false));

        assertEquals(List.of(301L), ids(findings));
        assertEquals(1, findings.checked());
    }

    @Test
    void looksOnlyAtWhatHasChangedSince() {
        copy.lose(300);
        truth.change(301, "changed", LATER);
        pay();
        copy.lose(301);

        Findings findings = check(new Order(new Scope.Since(LATER), false, false, _ -> false));

        assertEquals(List.of(301L), ids(findings));
        assertEquals(1, findings.checked());
    }

    @Test
    void findsEveryOneOfManyDifferencesAndTellsTheFirst() {
        for (long id = 2; id <= 1_000; id += 2) copy.lose(id);

        Findings findings = check();

        assertEquals(Map.of(Kind.MISSING, 500L), findings.counts());
        assertEquals(Findings.TOLD, findings.first().size());
        assertEquals(Findings.TOLD, new TreeSet<>(ids(findings)).size());
    }

    @Test
    void comparesOneByOneWhereSumsWouldNotBeExact() {
        truth.beginEpochAt(1L << 60);
        truth.owe(List.of(1L));
        pay();
        copy.lose(300);

        Findings findings = check();

        assertEquals(Map.of(Kind.MISSING, 1L), findings.counts());
        assertEquals(999, findings.compared());
    }

    private Findings repair() {
        return check(new Order(Scope.everything(), false, true, _ -> false));
    }

    private static List<Long> ids(Findings findings) {
        return findings.first().stream().map(Difference::id).toList();
    }
}
