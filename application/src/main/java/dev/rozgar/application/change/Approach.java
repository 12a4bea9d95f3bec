package dev.rozgar.application.change;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.domain.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Somebody who wants to do something to a thing, and what is looked at before the thing itself is asked. In this
/// order, so that nobody learns what they may not know: may this role do it at all, is there such a thing, may this
/// caller touch it, is it the version and the state that the caller has seen.
///
/// @param version that the caller has seen, if it says so
/// @param from    the state that the caller has seen, if it says so
public record Approach(Identity who, Right right, OptionalLong version, Optional<? extends Enum<?>> from) {

    /// By a caller who takes the thing as it is.
    public static Approach of(Identity who, Right right) {
        return new Approach(who, right, OptionalLong.empty(), Optional.empty());
    }

    /// To something new of that owner's.
    public <R> Answer<R> create(Owner owner, Function<Identity, Answer<R>> go) {
        var verdict = Access.judge(who, right, owner);
        return verdict == Verdict.ALLOWED ? go.apply(who) : new Answer.Denied<>(verdict);
    }

    /// To something stored.
    ///
    /// @param find    reads and locks it; not called for a role that may not do it to anything
    /// @param removed whether there was such a thing, asked only when there is none
    public <T, R> Answer<R> to(Finding<T> find, BooleanSupplier removed, Function<Standpoint<T>, Answer<R>> go) {
        var role = Access.judge(who, right, Owner.NOBODY);
        if (role == Verdict.UNKNOWN_CALLER || role == Verdict.FORBIDDEN) return new Answer.Denied<>(role);
        var found = find.get();
        if (found.isEmpty()) return removed.getAsBoolean() ? new Answer.Gone<>() : new Answer.Missing<>();
        var thing = found.get();
        var verdict = Access.judge(who, right, thing.owner());
        if (verdict != Verdict.ALLOWED) return new Answer.Denied<>(verdict);
        if (version.isPresent() && version.getAsLong() != thing.version()) {
            return new Answer.Stale<>(thing.version());
        }
        if (from.isPresent() && !from.get().equals(thing.state())) return differs(from.get(), thing.seenBy(who));
        return go.apply(thing.seenBy(who));
    }

    private static <T, R> Answer<R> differs(Enum<?> from, Standpoint<T> thing) {
        return thing.refused(List.of(new Reason(
                "FROM_STATE_DIFFERS",
                "The move was to start from " + from + ", but the state is " + thing.state() + ".",
                "Read it again and decide anew.")));
    }

    /// Reads a thing.
    @FunctionalInterface
    public interface Finding<T> {
        Optional<Standpoint<T>> get();
    }
}
