package dev.rozgar.application.matching;

import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far a job is from what is wanted of it.
///
/// @param over whether it has too much: lies too far away, pays more, is too new; else it has too little
public record Gap(boolean over, Distance by) {
    /// In the unit of what is compared.
    public sealed interface Distance {}

    /// Of numbers; kilometres where it is one between places.
    public record Amount(BigDecimal amount) implements Distance {}

    /// Of moments and days.
    public record Span(Duration length) implements Distance {}

    /// From the value that is nearest to the range; empty if there is none, or one lies in it.
    static Optional<Gap> of(Range range, List<Value> values) {
        List<Gap> gaps = new ArrayList<>();
        for (Value value : values) {
            Optional<Gap> gap = of(range, value);
            if (gap.isEmpty()) return Optional.empty();
            gaps.add(gap.get());
        }
        return gaps.stream().min(Comparator.comparing(gap -> size(gap.by())));
    }

    private static Optional<Gap> of(Range range, Value value) {
        return beyond(range.from(), value, false).or(() -> beyond(range.to(), value, true));
    }

    private static Optional<Gap> beyond(Optional<Bound> end, Value value, boolean over) {
        if (end.isEmpty()) return Optional.empty();
        Value bound = end.get().value();
        Distance by = over ? between(bound, value) : between(value, bound);
        int sign = size(by).signum();
        boolean outside = sign > 0 || sign == 0 && !end.get().inclusive();
        return outside ? Optional.of(new Gap(over, by)) : Optional.empty();
    }

    private static Distance between(Value less, Value more) {
        return switch (less) {
            case Value.Moment moment -> new Span(Duration.between(moment.instant(), ((Value.Moment) more).instant()));
            case Value.Day day -> new Span(Duration.ofDays(days(((Value.Day) more).day()) - days(day.day())));
            case Value.Whole _, Value.Decimal _, Value.Real _ ->
                new Amount(new BigDecimal(more.text()).subtract(new BigDecimal(less.text())));
            case Value.Flag _, Value.Word _ -> throw new IllegalArgumentException("no distance between " + less);
        };
    }

    private static long days(LocalDate day) {
        return day.toEpochDay();
    }

    private static BigDecimal size(Distance distance) {
        return switch (distance) {
            case Amount amount -> amount.amount();
            case Span span -> BigDecimal.valueOf(span.length().toMillis());
        };
    }
}
