package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.Difference.Kind;
import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyIndexTest {
    private static final Instant BEFORE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant LATER = BEFORE.plusSeconds(3_600);

    private final FakeTruth truth = new FakeTruth();
    private final FakeCopy copy = new FakeCopy();
    private final VerifyIndex verify = new VerifyIndex(truth, copy, VerifyIndexTest::whole, truth);

    /// The texts as one field.
    private static List<FieldDifference> whole(Document one, Document other) {
        return List.of(new FieldDifference("title", one.toString(), other.toString()));
    }

    @BeforeEach
    void aThousandJobsInStep() {
        truth.beginEpochAt(1L << 40);
        for (long id = 1; id <= 1_000; id++) truth.change(id, "job " + id, BEFORE);
        truth.hide(13, BEFORE);
        pay();
    }

    private void pay() {
        List<IndexEntry> entries = truth.claim();
        copy.write(entries);
        truth.settle(entries);
    }

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
    void accusesNoDocumentThatIsOwed() {
        truth.change(300, "changed", LATER);
        truth.hide(301, LATER);
        truth.change(2_000, "new", LATER);

        Findings findings = check();

        assertTrue(findings.isInStep());
        assertEquals(2, findings.unsettled(), "of the first the copy still says what the ledger knows");
        assertEquals(3, checkTexts().unsettled());
    }

    @Test
    void accusesNoDocumentThatARelayHasClaimedButNotWritten() {
        truth.change(300, "changed", LATER);
        truth.claim();

        Findings findings = check();

        assertTrue(findings.isInStep());
        assertEquals(1, findings.unsettled());
    }

    @Test
    void accusesNoDocumentThatARelayHasWrittenButNotSettled() {
        truth.change(300, "changed", LATER);
        copy.write(truth.claim());

        assertTrue(check().isInStep());
        assertTrue(checkTexts().isInStep());
    }

    @Test
    void judgesWhatWasUnderWayOnceItIsSettled() {
        truth.change(300, "changed", LATER);
        List<IndexEntry> parked = truth.claim();
        Patience relayGoesOn = round -> {
            copy.write(parked);
            truth.settle(parked);
            return round == 0;
        };

        Findings findings = check(new Order(Scope.everything(), false, false, relayGoesOn));

        assertTrue(findings.isInStep());
        assertEquals(0, findings.unsettled());
    }

    @Test
    void findsADifferenceThatIsLeftWhenWhatWasUnderWayIsSettled() {
        truth.change(300, "changed", LATER);
        List<IndexEntry> parked = truth.claim();
        Patience paysWithoutWriting = round -> {
            truth.settle(parked);
            return round == 0;
        };

        assertEquals(
                Map.of(Kind.STALE, 1L),
                check(new Order(Scope.everything(), false, false, paysWithoutWriting))
                        .counts());
    }

    @Test
    void accusesNoDocumentThatChangesWhileItIsJudged() {
        copy.lose(300);
        copy.beforeNextLook(() -> {
            truth.change(300, "changed", LATER);
            pay();
        });

        Findings findings = check();

        assertTrue(findings.isInStep());
        assertEquals(1, findings.unsettled());
    }

    @Test
    void accusesNoTextWhileAChangeOfManyDocumentsIsBeingSpread() {
        truth.changeInSilence(300, "of a renamed company");
        truth.spreading(true);

        Findings findings = checkTexts();

        assertTrue(findings.isInStep());
        assertEquals(1, findings.unsettled());
    }

    @Test
    void saysThatADocumentWasSetAside() {
        truth.change(300, "unacceptable", LATER);
        truth.claim();
        truth.setAside(300);

        Difference difference = check().first().getFirst();

        assertEquals(Kind.STALE, difference.kind());
        assertTrue(difference.cause().orElseThrow().contains("no such field"), difference::toString);
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

    private Findings check() {
        return check(new Order(Scope.everything(), false, false, _ -> false));
    }

    private Findings checkTexts() {
        return check(new Order(Scope.everything(), true, false, _ -> false));
    }

    private Findings repair() {
        return check(new Order(Scope.everything(), false, true, _ -> false));
    }

    private Findings check(Order order) {
        return verify.handle(order, (_, _) -> {});
    }

    private static List<Long> ids(Findings findings) {
        return findings.first().stream().map(Difference::id).toList();
    }
}
