package dev.rozgar.application.change;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.Answer.Situation;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.machine.Option;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A stored thing as the checks and the answers see it.
///
/// @param options asked for only when somebody wants to know
public record Standpoint<T>(
        T thing, Owner owner, Enum<?> state, long version, Supplier<List<? extends Option<?, ?>>> options) {

    /// The same as it is open to that caller: of the moves that may happen, those that others would have to make are
    /// blocked.
    Standpoint<T> seenBy(Identity who) {
        return new Standpoint<>(
                thing,
                owner,
                state,
                version,
                () -> options.get().stream()
                        .map(option -> Entitlement.of(option, who, owner))
                        .toList());
    }

    /// The same for whoever looks at it.
    public View<T> view() {
        return new View<>(thing, List.copyOf(options.get()));
    }

    /// No, for these reasons, and this is where it stands.
    public <R> Answer<R> refused(List<Reason> reasons) {
        var permitted = options.get().stream()
                .filter(Option::isPermitted)
                .map(option -> option.trigger().name())
                .toList();
        return new Answer.Refused<>(reasons, Optional.of(new Situation(state.name(), version, permitted)));
    }
}
