package dev.rozgar.application.checking;

import dev.rozgar.application.Prefetch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/// Finds documents that may differ, by what a search finds and a query reads at about the same time: some that it
/// names are in step or merely under way, but none that differs goes unnamed.
final class Walk {
    /// Ids in one question for digests: some hundred slices.
    static final int SPAN_BITS = 16;

    /// Of a slice. Smaller ones cost the engines little more, and less is listed of one that differs.
    private static final int SLICE_BITS = 8;

    private static final int MOST_BITS = 53;
    private static final int PAGE = 5_000;
    private static final int HASHED_PAGE = 500;

    private final CheckedTruth truth;
    private final CheckedCopy copy;
    private final Tally tally;
    private final LongConsumer suspects;

    /// Of the span at hand: what is found wanting in two ways is named once.
    private final Set<Long> named = new HashSet<>();

    Walk(CheckedTruth truth, CheckedCopy copy, Tally tally, LongConsumer suspects) {
        this.truth = truth;
        this.copy = copy;
        this.tally = tally;
        this.suspects = suspects;
    }

    /// By versions: digests first, and documents only where those differ.
    void byVersions(IdRange span) {
        named.clear();
        long newest = truth.newestVersion();
        int bits = SLICE_BITS;
        while (bits > 0 && !isExact(newest, bits)) bits--;
        if (!isExact(newest, bits) || !isExact(Math.abs(span.first()), 0) || !isExact(Math.abs(span.last()), 0)) {
            list(span, false);
            above(span);
            return;
        }
        CheckedCopy.Digests found = copy.digests(span, bits);
        var expected = truth.digests(span, bits);
        expected.values().forEach(digest -> tally.checked += digest.documents());
        for (IdRange range : differing(new Slices(span, bits), expected, found.bySlice())) list(range, false);
        if (found.newest() > truth.newestVersion()) above(span);
    }

    /// By texts: every document on both sides.
    void byTexts(IdRange span) {
        named.clear();
        list(span, true);
        above(span);
    }

    /// Elasticsearch adds as doubles, so a slice's sum must stay below 2^53. That holds for slices of 256 up to
    /// epoch 31, and for single documents up to epoch 8191; beyond that nothing is summed.
    private static boolean isExact(long number, int bits) {
        return Long.numberOfLeadingZeros(number) >= Long.SIZE - (MOST_BITS - bits);
    }

    private void above(IdRange span) {
        long newest = truth.newestVersion();
        copy.above(span, newest, PAGE).forEach(this::suspect);
    }

    private record Slices(IdRange span, int bits) {
        IdRange at(long first) {
            return new IdRange(Math.max(first, span.first()), Math.min(first + (1L << bits) - 1, span.last()));
        }
    }

    /// Slices that differ, neighbours joined while they fit on a page.
    private static List<IdRange> differing(Slices slices, Map<Long, Digest> expected, Map<Long, Digest> found) {
        var firsts = new TreeSet<>(expected.keySet());
        firsts.addAll(found.keySet());
        List<IdRange> ranges = new ArrayList<>();
        for (long first : firsts) {
            Digest one = expected.getOrDefault(first, Digest.NONE);
            if (one.equals(found.getOrDefault(first, Digest.NONE))) continue;
            IdRange slice = slices.at(first);
            if (!ranges.isEmpty()
                    && ranges.getLast().last() + 1 == slice.first()
                    && slice.last() - ranges.getLast().first() < PAGE) {
                slice = new IdRange(ranges.removeLast().first(), slice.last());
            }
            ranges.add(slice);
        }
        return ranges;
    }

    /// Both sides side by side, in the order of the ids.
    private void list(IdRange range, boolean hashed) {
        var wanted = new Prints((from, most) -> truth.prints(from, hashed, most), range, hashed);
        var shown = new Prints((from, most) -> copy.prints(from, hashed, most), range, hashed);
        while (wanted.hasNext() || shown.hasNext()) {
            if (!shown.hasNext() || wanted.hasNext() && wanted.id() < shown.id()) {
                count(hashed);
                suspect(wanted.next().id());
            } else if (!wanted.hasNext() || shown.id() < wanted.id()) {
                suspect(shown.next().id());
            } else {
                count(hashed);
                Print one = wanted.next();
                Print other = shown.next();
                boolean same = hashed ? one.hash() == other.hash() : one.version() == other.version();
                if (!same) suspect(one.id());
                else if (one.version() != other.version()) tally.renumbered++;
            }
        }
    }

    private void suspect(long id) {
        if (named.add(id)) suspects.accept(id);
    }

    private void count(boolean hashed) {
        tally.compared++;
        if (hashed) tally.checked++;
    }

    /// One side, page by page: the next one comes while this one is looked at, and both sides work at the same time.
    private static final class Prints implements Iterator<Print> {
        private final Source source;
        private final int most;
        private IdRange rest;
        private Prefetch<List<Print>> coming;
        private boolean over;
        private Iterator<Print> page = List.<Print>of().iterator();
        private Print head = new Print(0, 0, 0);
        private boolean held;

        @FunctionalInterface
        interface Source {
            List<Print> page(IdRange range, int most);
        }

        Prints(Source source, IdRange range, boolean hashed) {
            this.source = source;
            this.rest = range;
            this.most = hashed ? HASHED_PAGE : PAGE;
            this.coming = ask();
        }

        private Prefetch<List<Print>> ask() {
            IdRange asked = rest;
            return Prefetch.of(() -> source.page(asked, most));
        }

        @Override
        public boolean hasNext() {
            if (held) return true;
            if (!page.hasNext() && !over) turn();
            if (!page.hasNext()) return false;
            head = page.next();
            held = true;
            return true;
        }

        private void turn() {
            List<Print> prints = coming.get();
            page = prints.iterator();
            long last = prints.isEmpty() ? rest.last() : prints.getLast().id();
            over = prints.size() < most || last >= rest.last();
            if (over) return;
            rest = new IdRange(last + 1, rest.last());
            coming = ask();
        }

        long id() {
            return head.id();
        }

        @Override
        public Print next() {
            if (!hasNext()) throw new NoSuchElementException();
            held = false;
            return head;
        }
    }
}
