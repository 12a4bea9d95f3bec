package dev.rozgar.application.rebuild;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.Prefetch;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.JobIndex.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Writes documents to an index, chunk by chunk, and notes after each how far it is. The next chunk is read while
/// one is written, so that no engine waits for the other.
///
/// | it dies … | what is left | who goes on |
/// |---|---|---|
/// | between reading and writing a chunk | the position before it | whoever takes the build up reads it again, under
/// larger versions |
/// | between writing a chunk and noting it | the same | it is written again; the larger version stays |
///
/// When the index pushes back, the chunk halves and waits; when it does not answer at all, the build waits as well, for
/// so long that an outage needs no person.
final class Filling {
    private static final int LARGEST = 500;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /// Of waiting without any answer.
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /// Entries with an id above the first, at most so many, in the order of their ids.
    @FunctionalInterface
    interface Source {
        List<IndexEntry> after(long id, int most);
    }

    private final JobIndex index;
    private final BuildLog log;
    private final Watch watch;
    private final Set<Slot> slot;
    private final Throttle throttle;
    private final List<Long> refused = new ArrayList<>();
    private Build build;
    private int size = LARGEST;

    Filling(JobIndex index, BuildLog log, Watch watch, Build build) {
        this.index = index;
        this.log = log;
        this.watch = watch;
        this.build = build;
        this.slot = EnumSet.of(
                switch (build.plan().purpose()) {
                    case REBUILD, ROLLBACK -> Slot.BUILDING;
                    case BACK_FILL -> Slot.LIVE;
                });
        this.throttle = new Throttle(build.plan().rate(), System::nanoTime);
    }

    /// Everything that is left.
    Build fill(Source source) {
        watch.at(build);
        Prefetch<List<IndexEntry>> coming = ask(source, build.position().after());
        for (List<IndexEntry> chunk = coming.get(); !chunk.isEmpty(); chunk = coming.get()) {
            coming = ask(source, chunk.getLast().id());
            // What was asked for before the index pushed back is more than it takes now.
            for (int from = 0, to; from < chunk.size(); from = to) {
                to = Math.min(chunk.size(), from + size);
                write(chunk.subList(from, to));
            }
        }
        return build;
    }

    private void write(List<IndexEntry> chunk) {
        Duration wait = throttle.before(chunk.size());
        if (!wait.isZero()) watch.pause(wait);
        refused.clear();
        send(chunk);
        long turnedDown = refused.size();
        build = log.advance(
                build, build.position().plus(chunk.getLast().id(), chunk.size() - turnedDown, turnedDown), refused);
        size = Math.min(LARGEST, size + LARGEST / 10);
        watch.at(build);
    }

    private Prefetch<List<IndexEntry>> ask(Source source, long after) {
        int most = throttle.chunk(size);
        return Prefetch.of(() -> source.after(after, most));
    }

    /// Sends some entries, which are not in any order to be noted.
    ///
    /// @return those that were refused
    List<Long> resend(Collection<IndexEntry> entries) {
        refused.clear();
        List<IndexEntry> all = List.copyOf(entries);
        for (int from = 0; from < all.size(); from += LARGEST)
            send(all.subList(from, Math.min(all.size(), from + LARGEST)));
        build = log.advance(build, build.position(), refused);
        return List.copyOf(refused);
    }

    Build build() {
        return build;
    }

    /// Sends until each entry was taken or refused. An entry may get old meanwhile; the index keeps what is newer.
    private void send(List<IndexEntry> chunk) {
        List<IndexEntry> left = chunk;
        Duration wait = FIRST_WAIT;
        Duration waited = Duration.ZERO;
        for (; ; ) {
            try {
                List<IndexEntry> busy = sorted(left, index.write(left, slot));
                if (busy.isEmpty()) return;
                if (busy.size() < left.size()) waited = Duration.ZERO;
                if (waited.compareTo(PATIENCE) > 0) throw PortFailure.unavailable("the index has no room", null);
                left = busy;
                watch.step("Elasticsearch has no room at the moment");
            } catch (PortFailure silence) {
                if (silence.kind() != PortFailure.Kind.UNAVAILABLE || waited.compareTo(PATIENCE) > 0) throw silence;
                watch.step("waiting: " + silence.getMessage());
            }
            watch.pause(wait);
            waited = waited.plus(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            size = Math.max(1, size / 2);
            // A sign of life; and if somebody else has put another index in the slot, here it is found out.
            build = log.advance(build, build.position(), List.of());
        }
    }

    /// @return those to be sent again
    private List<IndexEntry> sorted(List<IndexEntry> entries, List<IndexOutcome> outcomes) {
        List<IndexEntry> busy = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            switch (outcomes.get(i)) {
                case IndexOutcome.Stored _, IndexOutcome.Superseded _ -> {}
                case IndexOutcome.Refused _ -> refused.add(entries.get(i).id());
                case IndexOutcome.Busy _ -> busy.add(entries.get(i));
            }
        }
        return busy;
    }
}
