package dev.rozgar.adapters.http.resource;

import dev.rozgar.domain.Faults;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of a body that a move may need besides its name. One that the move has no use for is refused: whoever
/// sent it believes that it will be kept.
public final class MoveMembers {
    private final Enum<?> move;
    private final Set<String> given = new LinkedHashSet<>();

    public MoveMembers(Enum<?> move) {
        this.move = move;
    }

    public MoveMembers with(String name, @Nullable Object value) {
        if (value != null) given.add(name);
        return this;
    }

    /// @throws dev.rozgar.domain.InvalidValues pointing at every other member
    public void requireOnly(String... names) {
        Faults faults = new Faults();
        for (String name : given)
            faults.unless(Set.of(names).contains(name), name, "NOT_ALLOWED", "has no meaning for " + move);
        faults.raise();
    }

    /// @throws dev.rozgar.domain.InvalidValues if it is not there
    public static <T> T needed(String name, @Nullable T value) {
        Faults faults = new Faults();
        var found = faults.<T, T>required(name, value, same -> same);
        return faults.build(found::get);
    }
}
