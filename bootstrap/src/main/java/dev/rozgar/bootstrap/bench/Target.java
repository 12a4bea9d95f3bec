package dev.rozgar.bootstrap.bench;

import java.util.Locale;

/// What a contestant should reach, by itself or measured against its limit.
public sealed interface Target {
    /// At least this share of the limit's speed.
    record Share(double least) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, ">= %s", least);
        }
    }

    /// Half of the answers come within so many times what the limit takes for half of its own.
    record Times(double most) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "p50 <= %.1f x", most);
        }
    }

    /// 95 of 100 answers come within so many milliseconds.
    record Answer(double millis) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "p95 <= %.0f ms", millis);
        }
    }

    /// At least so many in a second.
    record Rate(double least) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, ">= %,.0f/s", least);
        }
    }

    /// For people.
    String text();
}
