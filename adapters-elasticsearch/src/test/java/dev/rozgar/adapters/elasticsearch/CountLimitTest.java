package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.listing.JobFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Where a limited count stops. One job is published at each second, so the moment of a query says how many match it.
class CountLimitTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final TestCluster CLUSTER = TestCluster.open();

    @BeforeAll
    static void index() {
        var index = CLUSTER.elasticsearch.jobIndex();
        String built = CLUSTER.elasticsearch.indexGenerations().startBuilding();
        var jobs = LongStream.rangeClosed(1, Count.LIMIT + 1)
                .mapToObj(CountLimitTest::job)
                .toList();
        var said = index.write(jobs, EnumSet.of(Slot.BUILDING));
        assertTrue(said.stream().allMatch(IndexOutcome.Stored.class::isInstance));
        index.refresh();
        CLUSTER.elasticsearch.indexGenerations().promote(built);
    }

    @AfterAll
    static void close() throws IOException {
        CLUSTER.close();
    }

    private static IndexEntry job(long id) {
        String json = "{\"id\":" + id + ",\"published_at\":\"" + FIRST.plusSeconds(id)
                + "\",\"expires_at\":\"9999-01-01T00:00:00Z\"}";
        return new IndexEntry(id, 1, Optional.of(Document.of(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void isExactAtTheLimit() {
        assertEquals(Optional.of(new Total(Count.LIMIT, true)), total(Count.LIMIT, Count.LIMITED));
    }

    @Test
    void isAtLeastTheLimitAboveIt() {
        assertEquals(Optional.of(new Total(Count.LIMIT, false)), total(Count.LIMIT + 1, Count.LIMITED));
    }

    @Test
    void goesOnToTheLastWhenAsked() {
        assertEquals(Optional.of(new Total(Count.LIMIT + 1, true)), total(Count.LIMIT + 1, Count.EXACT));
    }

    private static Optional<Total> total(long published, Count count) {
        DocumentQuery query = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, FIRST.plusSeconds(published))
                .count(count);
        return CLUSTER.elasticsearch.jobReadModel().search(query).total();
    }
}
