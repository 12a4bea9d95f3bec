package dev.rozgar.application.intake;

import static dev.rozgar.application.intake.Samples.NOW;
import static dev.rozgar.application.intake.Samples.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How far an import reads ahead of what is saved.
class SaveBehindTest {
    private static final int BATCHES = 10;

    private final KeptJobs jobs = new KeptJobs();
    private final CountDownLatch nextBatchAsked = new CountDownLatch(1);
    private int read;
    private int mostHeld;

    @Test
    void readsTheNextBatchWhileOneIsSaved() {
        var overlapped = new AtomicBoolean(true);
        jobs.saving = () -> {
            if (!opened(nextBatchAsked)) overlapped.set(false);
        };

        importing(ImportPostings.BATCH + 1);

        assertTrue(overlapped.get(), "the first save waited in vain for another row to be read");
        assertEquals(ImportPostings.BATCH + 1, jobs.count());
    }

    @Test
    void neverHoldsMoreThanTwoBatchesHoweverLongTheFile() {
        importing(BATCHES * ImportPostings.BATCH);

        assertEquals(BATCHES * ImportPostings.BATCH, jobs.count());
        assertTrue(mostHeld <= 2 * ImportPostings.BATCH, mostHeld + " rows were read and not saved");
    }

    @Test
    void endsWithTheFailureOfTheSave() {
        jobs.down = true;

        var failure = assertThrows(PortFailure.class, () -> importing(BATCHES * ImportPostings.BATCH));

        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
        assertEquals(2, jobs.saves, "both halves of the first batch, and no more");
    }

    @Test
    void savesTheHalvesOfABatchBesideEachOther() {
        var both = new CyclicBarrier(2);
        jobs.saving = () -> met(both);

        importing(ImportPostings.BATCH);

        assertEquals(ImportPostings.BATCH, jobs.count());
    }

    @Test
    void savesNoHalfBeforeTheBatchBeforeItIsSaved() {
        var begun = new AtomicInteger();
        var early = new AtomicBoolean();
        jobs.saving = () -> {
            int batchesBefore = begun.getAndIncrement() / 2;
            if (jobs.count() < batchesBefore * ImportPostings.BATCH) early.set(true);
        };

        importing(BATCHES * ImportPostings.BATCH);

        assertEquals(2 * BATCHES, begun.get());
        assertFalse(early.get(), "a half was being saved while one of the batch before it was");
    }

    private void importing(int count) {
        var rows = new Iterator<Row>() {
            @Override
            public boolean hasNext() {
                return read < count;
            }

            @Override
            public Row next() {
                if (++read > ImportPostings.BATCH) nextBatchAsked.countDown();
                mostHeld = Math.max(mostHeld, read - jobs.count());
                return posting("N" + read);
            }
        };
        new ImportPostings(jobs, new KeptCompanies(), Clock.fixed(NOW, ZoneOffset.UTC))
                .handle(new ImportPostings.Command(rows, _ -> {}, _ -> {}));
    }

    private static void met(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("one half was saved by itself", alone);
        }
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
