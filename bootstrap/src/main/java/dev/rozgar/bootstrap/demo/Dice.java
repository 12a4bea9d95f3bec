package dev.rozgar.bootstrap.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Chance that repeats itself: SplitMix64 with its draws defined here, because the JDK's own may change between
/// releases and the demo's bytes must not.
final class Dice {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /// Dice of their own for each thing (`which`) of a kind (`topic`), so that no draw of one shifts those of another.
    Dice(long seed, String topic, long which) {
        state = mixed(mixed(seed) ^ mixed(topic.hashCode()) * GAMMA ^ mixed(which + GAMMA));
    }

    long next() {
        state += GAMMA;
        return mixed(state);
    }

    /// 0 up to and without `bound`; the bias of the remainder is below 2⁻³².
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /// 0 up to and without 1.
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double share) {
        return unit() < share;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /// A whole second between the two; the first where they are closer than that.
    Instant between(Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        return from.plusSeconds(Long.remainderUnsigned(next(), seconds + 1));
    }

    <T> List<T> shuffled(List<T> from) {
        var all = new ArrayList<T>(from);
        for (int last = all.size() - 1; last > 0; last--) {
            int other = below(last + 1);
            T kept = all.get(last);
            all.set(last, all.get(other));
            all.set(other, kept);
        }
        return all;
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
