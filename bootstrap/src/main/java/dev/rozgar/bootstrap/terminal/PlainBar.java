package dev.rozgar.bootstrap.terminal;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/// A line every two seconds, and none for what takes less.
final class PlainBar implements Bar {
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final String title;
    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long begin;
    private long said;
    private String what = "";
    private long last;

    PlainBar(String title, PrintStream out, LongSupplier nanoTime) {
        this.title = title;
        this.out = out;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.said = begin;
    }

    @Override
    public synchronized void at(long done, long total) {
        last = done;
        if (isTime()) out.println(title + ": " + done + " of " + total + percent(done, total) + suffix());
    }

    @Override
    public synchronized void step(String doing) {
        what = doing;
    }

    @Override
    public synchronized void close() {
        if (said > begin)
            out.println(title + ": " + last + " in " + (nanoTime.getAsLong() - begin) / 1_000_000 + " ms");
    }

    private boolean isTime() {
        long now = nanoTime.getAsLong();
        if (now - said < PAUSE_NANOS) return false;
        said = now;
        return true;
    }

    private static String percent(long done, long total) {
        return total <= 0 ? "" : " (" + done * 100 / total + " %)";
    }

    private String suffix() {
        return what.isEmpty() ? "" : ", " + what;
    }
}
