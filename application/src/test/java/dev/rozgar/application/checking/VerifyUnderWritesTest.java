package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.Difference.Kind;
import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import dev.rozgar.application.indexing.IndexEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a check says of documents that are owed, claimed or changed while it looks.
class VerifyUnderWritesTest extends CheckScene {
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
}
