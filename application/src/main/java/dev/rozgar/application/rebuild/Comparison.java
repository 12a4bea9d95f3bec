package dev.rozgar.application.rebuild;

import dev.rozgar.application.Prefetch;
import dev.rozgar.application.indexing.IndexEntry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/// Compares an index with the truth, every document and byte for byte, while both change.
///
/// A first pass walks both in the order of the ids and suspects whatever differs. A suspect is accused only if it
/// differs twice in a row while the ledger says that nothing of it is under way: a write that was claimed before the
/// first look is settled, and so in the index, by the second.
final class Comparison {
    /// Whoever finds more has seen enough.
    static final int MOST = 10_000;

    private static final int PAGE = 500;
    private static final Duration PAUSE = Duration.ofMillis(100);
    /// Looks at suspects that are under way, after which they are left to the relay.
    private static final int LOOKS = 50;

    private final ListedJobs jobs;
    private final IndexContents contents;
    private final Watch watch;

    Comparison(ListedJobs jobs, IndexContents contents, Watch watch) {
        this.jobs = jobs;
        this.contents = contents;
        this.watch = watch;
    }

    /// The ids under which the index does not hold what it should, at most about [#MOST].
    Set<Long> differences(String index) {
        return confirmed(index, suspects(index));
    }

    /// Those of the ids that differ and of which nothing is under way.
    Set<Long> confirmed(String index, Collection<Long> suspects) {
        Set<Long> accused = new HashSet<>();
        Set<Long> open = new HashSet<>(suspects);
        Set<Long> once = new HashSet<>();
        for (int look = 0; look < LOOKS && !open.isEmpty(); look++) {
            if (look > 0) watch.pause(PAUSE);
            long mark = jobs.mark();
            Set<Long> differing = differing(index, open);
            open.retainAll(differing);
            Set<Long> settled = new HashSet<>(differing);
            settled.removeAll(jobs.unsettled(mark, differing));
            for (long id : settled) if (!once.add(id)) accused.add(id);
            once.retainAll(settled);
            open.removeAll(accused);
        }
        return accused;
    }

    private Set<Long> differing(String index, Collection<Long> ids) {
        Set<Long> differing = new HashSet<>();
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + PAGE));
            Map<Long, IndexEntry> held = new HashMap<>();
            List<IndexEntry> truth = jobs.of(some);
            contents.of(index, some).forEach(entry -> held.put(entry.id(), entry));
            for (IndexEntry entry : truth)
                if (!isSame(entry, Optional.ofNullable(held.get(entry.id())))) differing.add(entry.id());
        }
        return differing;
    }

    private Set<Long> suspects(String index) {
        Set<Long> suspects = new HashSet<>();
        Walk truth = new Walk(after -> jobs.after(after, PAGE));
        Walk held = new Walk(after -> contents.after(index, after, PAGE));
        for (long compared = 0; suspects.size() < MOST; compared++) {
            Optional<IndexEntry> left = truth.first();
            Optional<IndexEntry> right = held.first();
            if (left.isEmpty() && right.isEmpty()) break;
            long id = Math.min(id(left), id(right));
            boolean both = id(left) == id && id(right) == id;
            if (!both || !isSame(left.orElseThrow(), right)) suspects.add(id);
            if (id(left) == id) truth.drop();
            if (id(right) == id) held.drop();
            if (compared % PAGE == 0) watch.step("compared " + compared);
        }
        return suspects;
    }

    private static long id(Optional<IndexEntry> entry) {
        return entry.map(IndexEntry::id).orElse(Long.MAX_VALUE);
    }

    private static boolean isSame(IndexEntry truth, Optional<IndexEntry> held) {
        Optional<byte[]> expected = truth.document().map(document -> document.bytes());
        Optional<byte[]> found = held.flatMap(IndexEntry::document).map(document -> document.bytes());
        if (expected.isEmpty() || found.isEmpty()) return expected.isEmpty() && found.isEmpty();
        return Arrays.equals(expected.get(), found.get());
    }

    /// Entries in the order of their ids, a page at a time. The next page is read while one is compared.
    private static final class Walk {
        private final LongFunction<List<IndexEntry>> following;
        private final Deque<IndexEntry> page = new ArrayDeque<>();
        private Prefetch<List<IndexEntry>> coming;
        private boolean ended;

        Walk(LongFunction<List<IndexEntry>> following) {
            this.following = following;
            this.coming = ask(0);
        }

        private Prefetch<List<IndexEntry>> ask(long after) {
            return Prefetch.of(() -> following.apply(after));
        }

        Optional<IndexEntry> first() {
            if (page.isEmpty() && !ended) {
                List<IndexEntry> next = coming.get();
                ended = next.isEmpty();
                page.addAll(next);
                if (!ended) coming = ask(next.getLast().id());
            }
            return Optional.ofNullable(page.peek());
        }

        void drop() {
            page.remove();
        }
    }
}
