package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.checking.CheckedCopy;
import dev.rozgar.application.checking.CheckedCopyContract;
import dev.rozgar.application.checking.IdRange;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome.Stored;
import dev.rozgar.application.indexing.JobIndex.Slot;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElasticCheckedCopyTest extends CheckedCopyContract {
    private final TestCluster cluster = TestCluster.open();

    @BeforeEach
    void anEmptyLiveIndex() {
        cluster.elasticsearch
                .indexGenerations()
                .promote(cluster.elasticsearch.indexGenerations().startBuilding());
    }

    @AfterEach
    void close() throws IOException {
        cluster.close();
    }

    @Override
    protected CheckedCopy copy() {
        return cluster.elasticsearch.checkedCopy(Slot.LIVE);
    }

    @Override
    protected void put(long id, long version, Optional<Document> document) {
        assertEquals(
                List.of(new Stored()),
                cluster.elasticsearch
                        .jobIndex()
                        .write(List.of(new IndexEntry(id, version, document)), EnumSet.of(Slot.LIVE)));
    }

    @Test
    void looksIntoAnIndexUnderConstruction() {
        cluster.elasticsearch.indexGenerations().startBuilding();
        cluster.elasticsearch
                .jobIndex()
                .write(List.of(new IndexEntry(9, 3, Optional.empty())), EnumSet.of(Slot.BUILDING));
        CheckedCopy building = cluster.elasticsearch.checkedCopy(Slot.BUILDING);

        building.refresh();

        assertEquals(Optional.of(3L), building.visible(9));
        assertEquals(Optional.empty(), copy().visible(9));
    }

    @Test
    void isUnavailableWithoutAnIndex() {
        CheckedCopy building = cluster.elasticsearch.checkedCopy(Slot.BUILDING);

        for (Runnable question : List.<Runnable>of(
                building::refresh, () -> building.held(List.of(1L)), () -> building.digests(new IdRange(0, 9), 2))) {
            PortFailure failure = assertThrows(PortFailure.class, question::run);
            assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind(), failure::getMessage);
        }
    }
}
