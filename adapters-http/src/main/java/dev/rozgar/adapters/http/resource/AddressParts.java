package dev.rozgar.adapters.http.resource;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.Faults;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The members of an address, which lie flat among those of the place it belongs to.
public record AddressParts(
        @Nullable String street,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String postcode,
        String country) {
    private static final CountryCode ANY = new CountryCode("IN");

    public Address toAddress() {
        var faults = new Faults();
        var code = faults.required("country", country, CountryCode::new);
        // The rest is looked at even if the country is wrong, so that both are told at once.
        faults.at("", () -> in(ANY));
        return faults.build(() -> in(code.get()));
    }

    private Address in(CountryCode code) {
        return new Address(
                Optional.ofNullable(street),
                Optional.ofNullable(locality),
                Optional.ofNullable(region),
                Optional.ofNullable(postcode),
                code);
    }
}
