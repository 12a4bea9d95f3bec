package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.util.List;
import java.util.Optional;

/// What kind of job it is.
///
/// @param categories at most 20, no two alike
public record Classification(Optional<OccupationId> occupation, List<Category> categories) {
    /// Not classified.
    public static final Classification NONE = new Classification(Optional.empty(), List.of());

    public Classification {
        categories = List.copyOf(categories);
        var faults = new Faults();
        faults.size("categories", categories.size(), 0, 20);
        faults.distinct("categories", categories);
        faults.raise();
    }
}
