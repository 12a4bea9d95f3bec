package dev.rozgar.domain.machine;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A move that an arrow allows from here: may it happen now, where would it lead, and what stands against it?
///
/// @param to        where it leads now; empty when it is blocked
/// @param blockedBy every reason against it; empty when it may happen
/// @param <K>       the states' names
/// @param <T>       the moves' names
public record Option<K extends Enum<K>, T extends Enum<T>>(T trigger, Optional<K> to, List<Reason> blockedBy) {
    public Option {
        blockedBy = List.copyOf(blockedBy);
    }

    /// May it happen now?
    public boolean isPermitted() {
        return to.isPresent();
    }

    /// All moves tried; those without an arrow are left out.
    public static <K extends Enum<K>, T extends Enum<T>> List<Option<K, T>> among(
            T[] triggers, Function<T, Decision<K>> tried) {
        return Arrays.stream(triggers)
                .map(trigger -> new Trial<>(trigger, tried.apply(trigger)))
                .filter(trial -> !NoArrow.answers(trial.answer()))
                .map(trial -> switch (trial.answer()) {
                    case Decision.Accepted<K> yes -> new Option<>(trial.trigger(), Optional.of(yes.next()), List.of());
                    case Decision.Refused<K>(List<Reason> reasons) ->
                        new Option<K, T>(trial.trigger(), Optional.empty(), reasons);
                })
                .toList();
    }

    private record Trial<K, T>(T trigger, Decision<K> answer) {}
}
