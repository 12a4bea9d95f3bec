package dev.rozgar.bootstrap.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.bootstrap.prove.report.Outcome;
import dev.rozgar.bootstrap.prove.report.Outcome.Verdict;
import dev.rozgar.bootstrap.prove.stand.Stand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every proof at its small size, on engines that all of them share. The sizes at which limits are measured
/// are run by `rozgar prove`.
///
/// It waits more than it works, on engines and nodes of its own, and takes longest of all.
@Order(1)
class ProveShortTest {
    private static final long SEED = 42;

    @TempDir
    private static Path directory;

    private static Stand stand;

    @BeforeAll
    static void open() {
        stand = new Stand(directory, true);
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    static List<String> ids() {
        return Proofs.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isKept(String id) {
        Outcome outcome = Proofs.run(id, new Occasion(stand, SEED));
        System.err.print(outcome.text());
        assertEquals(Verdict.KEPT, outcome.verdict(), outcome::text);
    }
}
