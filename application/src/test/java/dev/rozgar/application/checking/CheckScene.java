package dev.rozgar.application.checking;

import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// A thousand jobs, all but one of them listed, and a copy that is in step.
abstract class CheckScene {
    static final Instant BEFORE = Instant.parse("2026-03-01T09:00:00Z");
    static final Instant LATER = BEFORE.plusSeconds(3_600);

    final FakeTruth truth = new FakeTruth();
    final FakeCopy copy = new FakeCopy();
    private final VerifyIndex verify = new VerifyIndex(truth, copy, CheckScene::whole, truth);

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

    final void pay() {
        List<IndexEntry> entries = truth.claim();
        copy.write(entries);
        truth.settle(entries);
    }

    final Findings check() {
        return check(new Order(Scope.everything(), false, false, _ -> false));
    }

    final Findings checkTexts() {
        return check(new Order(Scope.everything(), true, false, _ -> false));
    }

    final Findings check(Order order) {
        return verify.handle(order, (_, _) -> {});
    }
}
