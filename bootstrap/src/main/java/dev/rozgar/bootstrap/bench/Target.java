package dev.rozgar.bootstrap.bench;

import java.util.Locale;

/// What a contestant should reach, measured against its limit.
public sealed interface Target {
    /// At least this share of the limit's speed.
    record Share(double least) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, ">= %.1f", least);
        }
    }

    /// Half of the answers come within so many times what the limit takes for half of its own.
    record Times(double most) implements Target {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "p50 <= %.1f x", most);
        }
    }

    /// For people.
    String text();
}
