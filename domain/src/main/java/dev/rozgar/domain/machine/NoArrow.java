package dev.rozgar.domain.machine;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import java.util.List;

/// The answer to a move for which no arrow leads out of a state: a refusal like any other, with a code of its own.
public final class NoArrow {
    /// The code of that refusal.
    public static final String CODE = "MOVE_NOT_PERMITTED";

    private NoArrow() {}

    /// Refuses the move.
    ///
    /// @param thing whose state it is, in a word for people
    public static <S> Decision<S> refused(Enum<?> trigger, String thing, Enum<?> from) {
        return Decision.refused(
                new Reason(CODE, trigger + " is not possible while the " + thing + " is " + from + ".", ""));
    }

    /// Whether the answer says that there is no such arrow, rather than that a guard stands on it.
    public static boolean answers(Decision<?> decision) {
        return decision instanceof Decision.Refused<?>(List<Reason> reasons)
                && reasons.stream().anyMatch(r -> r.code().equals(CODE));
    }
}
