package dev.rozgar.adapters.postgres.sql;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.GeoPoint;
import java.util.Optional;

/// The columns that every table of places has.
public final class Places {
    private Places() {}

    public static void write(RowWriter out, Address address, Optional<GeoPoint> geo) {
        out.put("street", address.street())
                .put("locality", address.locality())
                .put("region", address.region())
                .put("postcode", address.postcode())
                .put("country", address.country().value());
        geo.ifPresent(point -> out.put("lat", point.lat()).put("lon", point.lon()));
    }

    public static Address address(RowReader place) {
        return new Address(
                place.maybeText("street"),
                place.maybeText("locality"),
                place.maybeText("region"),
                place.maybeText("postcode"),
                new CountryCode(place.text("country")));
    }

    public static Optional<GeoPoint> point(RowReader place) {
        return place.has("lat") ? Optional.of(new GeoPoint(place.real("lat"), place.real("lon"))) : Optional.empty();
    }
}
