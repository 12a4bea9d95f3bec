package dev.rozgar.domain;

import java.util.Optional;

/// A postal address, as far as it is known: the country and at least one of locality, region and postcode.
///
/// @param street   with house number, at most 200 characters
/// @param locality town or city, at most 100
/// @param region   state or province, at most 100
/// @param postcode at most 20; not checked against the country's form
public record Address(
        Optional<String> street,
        Optional<String> locality,
        Optional<String> region,
        Optional<String> postcode,
        CountryCode country) {
    public Address {
        var faults = new Faults();
        street = faults.keep("street", street, o -> o.map(s -> Text.line(s, 200)));
        locality = faults.keep("locality", locality, o -> o.map(s -> Text.line(s, 100)));
        region = faults.keep("region", region, o -> o.map(s -> Text.line(s, 100)));
        postcode = faults.keep("postcode", postcode, o -> o.map(s -> Text.line(s, 20)));
        faults.unless(
                locality.isPresent() || region.isPresent() || postcode.isPresent(),
                "",
                "REQUIRED",
                "needs a locality, a region or a postcode");
        faults.raise();
    }
}
