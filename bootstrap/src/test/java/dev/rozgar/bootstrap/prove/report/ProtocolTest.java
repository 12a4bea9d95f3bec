package dev.rozgar.bootstrap.prove.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.prove.report.Outcome.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTest {
    private final Protocol protocol = new Protocol("T0", "all is <well>", 7, true);

    @Test
    void aPromiseIsKeptIfItsClaimsHoldAndItsFaultsHappened() {
        protocol.observed("kill", 1);
        protocol.atMost("lag", 2, 5, "s");
        assertEquals(Verdict.KEPT, protocol.outcome().verdict());
    }

    @Test
    void aClaimThatDoesNotHoldBreaksIt() {
        protocol.observed("kill", 1);
        protocol.isZero("lost", 0);
        protocol.atMost("lag", 6, 5, "s");
        assertEquals(Verdict.BROKEN, protocol.outcome().verdict());
    }

    @Test
    void aFaultThatNobodySawProvesNothing() {
        protocol.observed("kill", 0);
        protocol.isZero("lost", 0);
        assertEquals(Verdict.VOID, protocol.outcome().verdict());
        protocol.observed("kill", 1);
        assertEquals(Verdict.KEPT, protocol.outcome().verdict());
    }

    @Test
    void whatBreaksOffOrClaimsNothingHasFailed() {
        assertEquals(Verdict.FAILED, protocol.outcome().verdict());
        protocol.isZero("lost", 0);
        protocol.failed(new IllegalStateException("no engine"));
        assertEquals(Verdict.FAILED, protocol.outcome().verdict());
        assertTrue(protocol.outcome().text().contains("no engine"));
    }

    @Test
    void theReportNeedsNoOtherFileAndMarksTheFaults(@TempDir Path directory) throws IOException {
        protocol.observed("kill & restart", 1);
        protocol.isZero("lost", 0);
        protocol.point("lag", "s", 0);
        protocol.point("lag", "s", 3);
        protocol.band("kill & restart", 0, 1);
        var report = new Report("2026-01-01", "a machine", 1, 2, List.of(protocol.outcome()));
        assertTrue(report.isKept());
        assertFalse(report.isBroken());

        report.write(directory);

        String page = Files.readString(directory.resolve("proofs.html"));
        assertTrue(page.contains("all is &lt;well&gt;") && page.contains("kill &amp; restart"), page);
        assertTrue(page.contains("<polyline") && page.contains("class=\"band\""), page);
        assertFalse(page.contains("http://") && page.contains("<script"), page);
        String json = Files.readString(directory.resolve("proofs.json"));
        assertTrue(json.contains("\"verdict\": \"KEPT\"") && json.contains("\"seed\": 7"), json);
    }
}
