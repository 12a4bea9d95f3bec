package dev.rozgar.domain.job;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.Text;
import java.util.Optional;

/// One place of work.
///
/// @param precision how exactly the point, or without one the address, is known
/// @param placeId   the place in a gazetteer, at most 100 characters
public record JobLocation(Address address, Optional<GeoPoint> geo, Precision precision, Optional<String> placeId) {
    public JobLocation {
        var faults = new Faults();
        placeId = faults.keep("place_id", placeId, o -> o.map(p -> Text.line(p, 100)));
        faults.raise();
    }
}
