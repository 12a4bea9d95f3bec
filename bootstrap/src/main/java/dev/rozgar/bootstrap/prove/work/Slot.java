package dev.rozgar.bootstrap.prove.work;

import java.util.Optional;

/// One vacancy over a whole history: job after job under the same requisition, each created, changed, hidden, shown
/// again and removed. What the store must know of it in the end is what stands here.
final class Slot {
    private final String requisition;
    private Optional<Live> live = Optional.empty();
    private int created;
    private int changes;

    /// @param listed whether it is published rather than paused
    record Live(long id, String title, boolean listed) {}

    Slot(String requisition) {
        this.requisition = requisition;
    }

    String requisition() {
        return requisition;
    }

    Optional<Live> live() {
        return live;
    }

    /// Jobs that were ever created for it.
    int created() {
        return created;
    }

    /// Never the same twice.
    String nextTitle() {
        return "Rider " + requisition + " " + ++changes;
    }

    void isNow(Live job) {
        if (live.isEmpty()) created++;
        live = Optional.of(job);
    }

    void isRemoved() {
        live = Optional.empty();
    }
}
