package dev.rozgar.domain.machine;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One arrow of a machine. Arrows are never written down: they are what was seen when moves were tried.
///
/// @param to     where it can lead, at least one name
/// @param guards the codes of the reasons that can stand against it
/// @param <K>    the states' names
/// @param <T>    the moves' names
public record Arrow<K extends Enum<K>, T extends Enum<T>>(K from, T trigger, Set<K> to, Set<String> guards) {
    public Arrow {
        to = Collections.unmodifiableSet(new TreeSet<>(to));
        guards = Collections.unmodifiableSet(new TreeSet<>(guards));
        if (to.isEmpty()) {
            throw new IllegalArgumentException(from + " " + trigger + ": no trial came through");
        }
    }

    /// The arrows that these trials show, in the order of the states and then of the moves.
    ///
    /// @throws IllegalArgumentException when a move was only ever stopped by guards: the trials are too few
    public static <K extends Enum<K>, T extends Enum<T>> List<Arrow<K, T>> seenIn(Stream<Trial<K, T>> trials) {
        var seen = new TreeMap<K, TreeMap<T, Ends<K>>>();
        trials.filter(trial -> !NoArrow.answers(trial.answer()))
                .forEach(trial -> seen.computeIfAbsent(trial.from(), _ -> new TreeMap<>())
                        .computeIfAbsent(trial.trigger(), _ -> new Ends<>(new TreeSet<>(), new TreeSet<>()))
                        .add(trial.answer()));
        return seen.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(move -> new Arrow<>(
                                from.getKey(),
                                move.getKey(),
                                move.getValue().to(),
                                move.getValue().guards())))
                .toList();
    }

    private record Ends<K>(Set<K> to, Set<String> guards) {
        void add(Decision<K> answer) {
            switch (answer) {
                case Decision.Accepted<K> yes -> to.add(yes.next());
                case Decision.Refused<K>(List<Reason> reasons) -> reasons.forEach(reason -> guards.add(reason.code()));
            }
        }
    }
}
