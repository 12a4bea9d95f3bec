package dev.rozgar.application.change;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.machine.Option;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the rights make of an option. A move of somebody else's is told with who may make it, not left out: whoever
/// draws a page of it can say what is being waited for.
final class Entitlement {
    /// The code of the reason that comes first where a move is not the caller's.
    static final String NOT_YOURS = "NOT_YOURS";

    private Entitlement() {}

    static <K extends Enum<K>, T extends Enum<T>> Option<K, T> of(Option<K, T> option, Identity who, Owner owner) {
        var right = Right.ofMove(option.trigger());
        if (Access.judge(who, right, owner) == Verdict.ALLOWED) return option;
        var reasons = Stream.concat(Stream.of(notYours(option.trigger(), right, who)), option.blockedBy().stream());
        return new Option<K, T>(option.trigger(), Optional.empty(), reasons.toList());
    }

    private static Reason notYours(Enum<?> move, Right right, Identity who) {
        if (right.of(who.role()).isPresent())
            return new Reason(
                    NOT_YOURS,
                    move + " is outside of what this key is limited to.",
                    "Use a key that has the right " + right + ".");
        var people = Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM && right.of(role).isPresent())
                .map(Role::name)
                .collect(Collectors.joining(", "));
        return people.isEmpty()
                ? new Reason(NOT_YOURS, move + " is made by the board itself.", "")
                : new Reason(NOT_YOURS, move + " is for " + people + ".", "Ask one of them.");
    }
}
