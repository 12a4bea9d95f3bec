package dev.rozgar.bootstrap.prove.report;

import dev.rozgar.bootstrap.prove.report.Outcome.Band;
import dev.rozgar.bootstrap.prove.report.Outcome.Claim;
import dev.rozgar.bootstrap.prove.report.Outcome.Figure;
import dev.rozgar.bootstrap.prove.report.Outcome.Observation;
import dev.rozgar.bootstrap.prove.report.Outcome.Point;
import dev.rozgar.bootstrap.prove.report.Outcome.Series;
import dev.rozgar.bootstrap.prove.report.Outcome.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Takes down what a proof sees while it runs; from several threads.
public final class Protocol {
    private final String id;
    private final String promise;
    private final long seed;
    private final boolean brief;
    private final long begin = System.nanoTime();
    private final Map<String, Long> faults = new LinkedHashMap<>();
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final List<Band> bands = new ArrayList<>();
    private boolean failed;

    public Protocol(String id, String promise, long seed, boolean brief) {
        this.id = id;
        this.promise = promise;
        this.seed = seed;
        this.brief = brief;
    }

    /// Seconds since the proof began.
    public double now() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /// A fault was seen so often, which adds to what was seen before. Once it is named here, a proof that never saw it
    /// is void.
    public synchronized void observed(String fault, long times) {
        faults.merge(fault, times, Long::sum);
    }

    /// The last word on it.
    public synchronized void figure(String name, double value, String unit) {
        figures.put(name, new Figure(name, value, unit));
    }

    public synchronized void claim(String what, boolean kept, String seen) {
        claims.add(new Claim(what, kept, seen));
    }

    /// A figure with a limit.
    public void atMost(String name, double value, double most, String unit) {
        figure(name, value, unit);
        claim(
                name + " at most " + new Figure(name, most, unit),
                value <= most,
                new Figure(name, value, unit).toString());
    }

    public void isZero(String what, long count) {
        claim("0 " + what, count == 0, Long.toString(count));
    }

    public synchronized void note(String words) {
        notes.add(words);
    }

    /// The proof broke off, for a reason of its own or of the product's.
    public synchronized void failed(Throwable why) {
        failed = true;
        notes.add("broke off: " + why);
    }

    /// One more point of a line over time.
    public synchronized void point(String name, String unit, double value) {
        series.computeIfAbsent(name, its -> new Series(its, unit, new ArrayList<>()))
                .points()
                .add(new Point(now(), value));
    }

    /// A fault was at work between these moments of [#now].
    public synchronized void band(String fault, double from, double until) {
        bands.add(new Band(fault, from, until));
    }

    public synchronized Outcome outcome() {
        return new Outcome(
                id,
                promise,
                verdict(),
                brief,
                seed,
                Math.round(now() * 10) / 10.0,
                faults.entrySet().stream()
                        .map(each -> new Observation(each.getKey(), each.getValue()))
                        .toList(),
                List.copyOf(figures.values()),
                List.copyOf(claims),
                List.copyOf(notes),
                series.values().stream()
                        .map(each -> new Series(each.name(), each.unit(), List.copyOf(each.points())))
                        .toList(),
                List.copyOf(bands));
    }

    private Verdict verdict() {
        if (claims.stream().anyMatch(claim -> !claim.kept())) return Verdict.BROKEN;
        if (failed || claims.isEmpty()) return Verdict.FAILED;
        return faults.containsValue(0L) ? Verdict.VOID : Verdict.KEPT;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, seed %d", id, seed);
    }
}
