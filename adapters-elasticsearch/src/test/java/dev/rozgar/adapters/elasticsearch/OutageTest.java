package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Timeouts;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.TestEngines;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A server of this test's own, frozen and killed under open connections.
class OutageTest {
    private static final DocumentQuery ANY = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.EPOCH);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration READ = Duration.ofSeconds(2);

    private static final ElasticsearchEngine ENGINE = TestEngines.privateElasticsearch();
    private static final Elasticsearch HASTY = Elasticsearch.open(
            ElasticsearchSettings.of(ENGINE.uri()).timeouts(new Timeouts(Duration.ofSeconds(1), READ, LONG, LONG)));
    private static final Elasticsearch PATIENT =
            Elasticsearch.open(ElasticsearchSettings.of(ENGINE.uri()).timeouts(new Timeouts(LONG, LONG, LONG, LONG)));
    private static final JobReadModel MODEL = PATIENT.jobReadModel();

    @BeforeAll
    static void build() {
        PATIENT.indexGenerations().promote(PATIENT.indexGenerations().startBuilding());
        MODEL.search(ANY);
    }

    @AfterEach
    void recover() {
        ENGINE.resume();
        ENGINE.start();
    }

    @AfterAll
    static void close() {
        PATIENT.close();
        HASTY.close();
        ENGINE.close();
    }

    @Test
    void aFrozenServerIsUnavailableInTimeAndAnswersAgainWhenItThaws() {
        ENGINE.pause();
        long begin = System.nanoTime();

        PortFailure failure =
                assertThrows(PortFailure.class, () -> HASTY.jobReadModel().search(ANY));

        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
        // Its own limit, and not one of the others.
        assertTrue(took.compareTo(LONG.dividedBy(2)) < 0, took::toString);
        ENGINE.resume();
        assertEquals(List.of(), MODEL.search(ANY).items());
    }

    @Test
    void aKilledServerIsUnavailableAndAnswersAgainAfterItsStart() {
        ENGINE.kill();
        PortFailure failure = assertThrows(PortFailure.class, () -> MODEL.search(ANY));

        ENGINE.start();
        var written = PATIENT.jobIndex().write(List.of(new IndexEntry(1, 1, Optional.empty())), EnumSet.of(Slot.LIVE));

        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
        assertEquals(1, written.size());
        assertEquals(List.of(), MODEL.search(ANY).items());
    }
}
