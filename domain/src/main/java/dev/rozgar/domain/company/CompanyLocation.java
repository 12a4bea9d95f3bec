package dev.rozgar.domain.company;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.Text;
import java.time.ZoneId;
import java.util.Optional;

/// A place where the company works.
///
/// @param label        what people call it ("Head office", "Plant 2"), at most 80 characters
/// @param headquarters at most one location of a company is
/// @param timezone     of the place's clock, `Asia/Kolkata`
public record CompanyLocation(
        String label, Address address, Optional<GeoPoint> geo, boolean headquarters, ZoneId timezone) {
    public CompanyLocation {
        var faults = new Faults();
        label = faults.keep("label", label, l -> Text.line(l, 80));
        faults.raise();
    }
}
