package dev.rozgar.application.shadow;

import dev.rozgar.application.shadow.Waivers.Kind;
import java.util.EnumSet;
import java.util.Set;

/// Whether two things are the same, and what had to be waived for it.
record Likeness(boolean same, Set<Kind> waived) {
    static final Likeness SAME = new Likeness(true, Set.of());
    static final Likeness UNLIKE = new Likeness(false, Set.of());

    Likeness {
        waived = Set.copyOf(waived);
    }

    static Likeness by(Kind waiver) {
        return new Likeness(true, Set.of(waiver));
    }

    static Likeness of(boolean same) {
        return same ? SAME : UNLIKE;
    }

    /// Of both together.
    Likeness and(Likeness other) {
        if (!same || !other.same) return UNLIKE;
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(waived);
        both.addAll(other.waived);
        return new Likeness(true, both);
    }
}
