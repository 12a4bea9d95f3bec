package dev.rozgar.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What an aggregate or a machine answers: the next value with what happened, or every reason against it.
/// A refusal is a value, never an exception.
///
/// @param <S> what the decision is about
public sealed interface Decision<S> {

    /// Yes: `next` takes the place of what was asked.
    record Accepted<S>(S next, List<Event> events) implements Decision<S> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /// No, for all of these reasons (at least one).
    record Refused<S>(List<Reason> reasons) implements Decision<S> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /// Accepted, with the events that tell it.
    static <S> Decision<S> accepted(S next, Event... events) {
        return new Accepted<>(next, List.of(events));
    }

    /// Refused for one reason.
    static <S> Decision<S> refused(Reason reason) {
        return new Refused<>(List.of(reason));
    }

    /// Accepted only when nothing blocks; `next` is not built otherwise.
    static <S> Decision<S> unlessBlocked(List<Reason> blockers, Supplier<? extends S> next) {
        return blockers.isEmpty() ? accepted(next.get()) : new Refused<>(blockers);
    }

    /// The same answer about another thing: an accepted value is handed on, a refusal stays what it is.
    default <T> Decision<T> then(Function<? super S, Decision<T>> step) {
        return switch (this) {
            case Accepted<S>(S next, List<Event> before) ->
                switch (step.apply(next)) {
                    case Accepted<T>(T last, List<Event> after) -> {
                        var all = new ArrayList<Event>(before);
                        all.addAll(after);
                        yield new Accepted<>(last, all);
                    }
                    case Refused<T> refused -> refused;
                };
            case Refused<S>(List<Reason> reasons) -> new Refused<>(reasons);
        };
    }
}
