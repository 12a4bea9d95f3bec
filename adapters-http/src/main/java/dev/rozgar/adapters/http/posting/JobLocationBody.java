package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.resource.AddressParts;
import dev.rozgar.adapters.http.resource.PointBody;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.Precision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place of work, its address flat as in the document. Without a precision it is as exact as the most exact thing
/// given.
public record JobLocationBody(
        @Nullable String street,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String postcode,
        String country,
        @Nullable PointBody point,
        @Nullable Precision precision,
        @Nullable String placeId) {
    JobLocation toLocation() {
        var faults = new Faults();
        // The names inside an address are those of this body, so its faults keep their pointers.
        var address = faults.at("", new AddressParts(street, locality, region, postcode, country)::toAddress);
        var geo = faults.optional("point", point, PointBody::toPoint);
        return faults.build(
                () -> new JobLocation(address.get(), geo.get(), precisionOrBest(), Optional.ofNullable(placeId)));
    }

    private Precision precisionOrBest() {
        if (precision != null) return precision;
        if (street != null) return Precision.STREET;
        if (postcode != null) return Precision.POSTCODE;
        return locality != null ? Precision.LOCALITY : Precision.REGION;
    }
}
