package dev.rozgar.application.listing;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a search that finds nothing may give up, one thing at a time, in the order of [Rung]: what people miss least
/// first. The one declaration of that order.
public final class RelaxationLadder {
    /// Steps that are counted at the most.
    public static final int MOST = 8;
    /// Kilometres beyond which no circle is made.
    public static final double WIDEST_KM = 1_000;

    /// In the place of a path; no field is called so.
    private static final String GROUPS = "groups";

    /// What is given up.
    public enum Rung {
        /// One word or phrase; the last one typed comes first.
        WORD,
        /// When the job was published.
        FRESHNESS,
        PAY,
        /// Not the circle, but half of its narrowness: its radius twice.
        TWICE_AS_FAR,
        FIVE_TIMES_AS_FAR,
        PLACE,
        SHIFTS,
        EXPERIENCE,
        BENEFITS,
        /// Any other field, each by itself.
        OTHER
    }

    private RelaxationLadder() {}

    /// @param dropped what is given up
    /// @param filters what remains, a wider circle among them
    public record Step(Rung rung, List<Filter> dropped, List<Filter> filters) {
        public Step {
            dropped = List.copyOf(dropped);
            filters = List.copyOf(filters);
        }
    }

    /// The steps that these filters have, at most [#MOST].
    public static List<Step> of(List<Filter> filters) {
        List<Step> steps = new ArrayList<>();
        for (Rung rung : Rung.values()) {
            switch (rung) {
                case WORD -> each(rung, filters, steps, filter -> path(filter).isEmpty());
                case FRESHNESS ->
                    together(rung, filters, steps, filter -> path(filter).equals("published_at"));
                case PAY ->
                    together(rung, filters, steps, filter -> path(filter).startsWith("pay."));
                case TWICE_AS_FAR -> wider(rung, filters, steps, 2);
                case FIVE_TIMES_AS_FAR -> wider(rung, filters, steps, 5);
                case PLACE ->
                    together(rung, filters, steps, filter -> path(filter).startsWith("locations."));
                case SHIFTS ->
                    together(rung, filters, steps, filter -> path(filter).startsWith("shifts."));
                case EXPERIENCE ->
                    together(rung, filters, steps, filter -> path(filter).startsWith("experience."));
                case BENEFITS ->
                    together(rung, filters, steps, filter -> path(filter).equals("benefits"));
                case OTHER -> each(rung, filters, steps, filter -> isOther(path(filter)));
            }
        }
        return List.copyOf(steps.subList(0, Math.min(steps.size(), MOST)));
    }

    /// Of the field that a condition is on; empty for words.
    private static String path(Filter filter) {
        return switch (filter) {
            case Filter.OnField one -> one.field().path();
            case Filter.Words _ -> "";
            case Filter.Not not -> path(not.condition());
            case Filter.AnyOf any -> path(any.conditions().getFirst());
            // Given up as a whole.
            case Filter.Groups _ -> GROUPS;
        };
    }

    private static boolean isOther(String path) {
        return !path.isEmpty()
                && !path.equals("published_at")
                && !path.equals("benefits")
                && List.of("pay.", "locations.", "shifts.", "experience.").stream()
                        .noneMatch(path::startsWith);
    }

    private static void each(Rung rung, List<Filter> filters, List<Step> steps, Predicate<Filter> given) {
        for (Filter filter : filters.reversed()) {
            if (given.test(filter)) together(rung, filters, steps, filter::equals);
        }
    }

    private static void together(Rung rung, List<Filter> filters, List<Step> steps, Predicate<Filter> given) {
        List<Filter> dropped = filters.stream().filter(given).toList();
        if (dropped.isEmpty()) return;
        Step step =
                new Step(rung, dropped, filters.stream().filter(given.negate()).toList());
        if (!steps.contains(step)) steps.add(step);
    }

    private static void wider(Rung rung, List<Filter> filters, List<Step> steps, int times) {
        List<Filter> circles = filters.stream()
                .filter(filter -> filter instanceof Near near && near.radiusKm() * times <= WIDEST_KM)
                .toList();
        if (circles.isEmpty()) return;
        List<Filter> wider = filters.stream()
                .map(filter -> filter instanceof Near near && circles.contains(filter)
                        ? new Near(near.field(), near.centre(), near.radiusKm() * times)
                        : filter)
                .toList();
        steps.add(new Step(rung, circles, wider));
    }
}
