package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo;
import dev.rozgar.domain.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Both read models over the same seeded jobs.
///
/// @param now after the last of them was indexed
record TwoStores(Board board, JobReadModel postgres, JobReadModel elastic, Instant now) implements AutoCloseable {
    /// Waits until the index shows them all.
    static TwoStores seeded(long seed, int jobs) throws InterruptedException {
        Board board = Board.onSharedEngines(Map.of());
        var door = board.wiring().postgres();
        var demo = new SeedDemo(door.companyRepository(), board.wiring().jobs(), door.companyReadModel());
        var seeded = demo.handle(new SeedDemo.Command(new DemoPlan(seed, jobs, Instant.now()), false, _ -> {}));
        assertTrue(seeded instanceof Decision.Accepted);
        postWhatTheDemoLacks(board);
        board.awaitIndex();
        // It would else know of a few rows of each table, and plan some queries as if there were no more.
        door.analyze();
        return new TwoStores(
                board,
                door.jobReadModel(),
                board.wiring().copy().orElseThrow().elasticsearch().jobReadModel(),
                Instant.now());
    }

    private static void postWhatTheDemoLacks(Board board) {
        long company = board.company("polyglots");
        String job = Board.job(company, "Interpreter")
                .replaceFirst(
                        "\\{",
                        "{\"languages\": [{\"concept_id\": \"iso639_3_mar\", \"label\": \"Marathi\", "
                                + "\"level\": \"MUST\", \"weight\": 10}],");
        assertEquals(201, board.post("/api/jobs", job).statusCode());
    }

    /// Every job that is listed now.
    List<Document> listed() {
        DocumentQuery query = DocumentQuery.of(JobFields.JOB, List.of(), now).limit(DocumentQuery.MAX_CHUNK);
        List<Document> all = new ArrayList<>();
        for (Optional<DocumentQuery> next = Optional.of(query); next.isPresent(); ) {
            DocumentPage page = postgres.search(next.get());
            all.addAll(page.items());
            next = page.next()
                    .map(token -> query.after(Cursor.parse(token, query).orElseThrow()));
        }
        return all;
    }

    @Override
    public void close() {
        board.close();
    }
}
