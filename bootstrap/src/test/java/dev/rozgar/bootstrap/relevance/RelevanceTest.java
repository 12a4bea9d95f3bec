package dev.rozgar.bootstrap.relevance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.words.Understand;
import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.Sql;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo;
import dev.rozgar.bootstrap.intake.ImportFile;
import dev.rozgar.bootstrap.relevance.MeasureRelevance.Measured;
import dev.rozgar.domain.Decision;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of both stores is as good as it was when `baseline.tsv` was written. The postings of New York
/// City are no part of the product: where their file is absent, their queries are left out and the test says
/// so.
///
/// `-Drozgar.render=true` writes the file anew, which a review sees.
class RelevanceTest {
    private static final Path NYC = Path.of("../../shared/data/nyc-jobs.csv");
    private static final Path BASELINE = Path.of("src/test/resources/dev/rozgar/bootstrap/relevance/baseline.tsv");
    private static final int JOBS = 5_000;
    private static final double TOLERANCE = 0.01;

    private static Board board;
    private static MeasureRelevance measure;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() throws InterruptedException {
        Database database = TestEngines.freshDatabase();
        board = Board.on(database, TestEngines.elasticsearch(), Map.of());
        var door = board.wiring().postgres();
        if (Files.isReadable(NYC)) importPostings();
        else System.err.println("There is no " + NYC + ": its queries are not measured.");
        var seed = new SeedDemo(door.companyRepository(), board.wiring().jobs(), door.companyReadModel());
        Instant now = Instant.now();
        assertTrue(
                seed.handle(new SeedDemo.Command(new DemoPlan(DemoPlan.USUAL_SEED, JOBS, now), true, _ -> {}))
                        instanceof Decision.Accepted);
        board.awaitIndex();
        // As the server would by itself a minute later: plans made without it take a thousand times as long.
        Sql.run(database, "analyze");
        // Misspelt words are judged by the words of all jobs.
        board.fillWords();
        measure = new MeasureRelevance(door.jobReadModel(), new Understand(door.dictionary()), now);
    }

    private static void importPostings() {
        var door = board.wiring().postgres();
        new ImportFile(board.wiring().jobs(), door.companyRepository(), Clock.systemUTC())
                .run(
                        new ImportFile.Request(
                                NYC,
                                Optional.of("nyc"),
                                Optional.empty(),
                                Optional.of(folder.resolve("rejects.csv")),
                                Optional.of(LocalDate.now(ZoneOffset.UTC))),
                        _ -> {});
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void thereAreEnoughJudgedQueriesOfEveryKind() {
        List<Judged> judged = Judged.read();
        assertTrue(
                judged.stream().filter(query -> query.corpus().equals("demo")).count() >= 60);
        assertEquals(
                judged.size(),
                judged.stream()
                        .map(query -> query.corpus() + query.q() + query.filters())
                        .distinct()
                        .count());
    }

    @Test
    void neitherStoreOrdersWorseThanBefore() throws IOException {
        List<Measured> here = measure.on(board.wiring().postgres().jobReadModel());
        JobReadModel elastic =
                board.wiring().copy().orElseThrow().elasticsearch().jobReadModel();
        Figures postgres = Figures.of(here);
        Figures elasticsearch = measure.figures(elastic);
        if (Boolean.getBoolean("rozgar.render")) {
            Files.createDirectories(Objects.requireNonNull(BASELINE.getParent()));
            Files.writeString(BASELINE, postgres.text());
        }
        Figures baseline = Figures.parse(Files.readString(BASELINE));
        assertEquals(List.of(), postgres.worseThan(baseline, TOLERANCE));
        assertEquals(List.of(), elasticsearch.worseThan(baseline, TOLERANCE));
        assertEquals(postgres.text(), elasticsearch.text());
    }
}
