package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Papers and means a candidate must bring.
///
/// @param licences        at most 20, no two alike
/// @param licenceRequired one cannot do without; then at least one licence is named
public record Credentials(
        List<Licence> licences, boolean licenceRequired, boolean ownVehicle, Set<DocumentType> documents) {
    /// Nothing to bring.
    public static final Credentials NONE = new Credentials(List.of(), false, false, Set.of());

    public Credentials {
        licences = List.copyOf(licences);
        documents = Collections.unmodifiableSet(new TreeSet<>(documents));
        var faults = new Faults();
        faults.size("licences", licences.size(), 0, 20);
        faults.distinct("licences", licences);
        faults.unless(
                !licenceRequired || !licences.isEmpty(),
                "licence_required",
                "CONTRADICTION",
                "needs at least one licence");
        faults.raise();
    }
}
