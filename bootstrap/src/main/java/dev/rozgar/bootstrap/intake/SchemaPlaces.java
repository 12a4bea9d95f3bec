package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.Precision;
import dev.rozgar.domain.job.RegionCode;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.Workplace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where a schema.org posting says the work is.
final class SchemaPlaces {
    private static final int LONGEST_STREET = 200;
    private static final Map<String, CountryCode> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of("", code)
                            .getDisplayCountry(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    CountryCode::new,
                    (first, _) -> first));

    private final CountryCode usual;

    /// @param usual the country of addresses that name none
    SchemaPlaces(CountryCode usual) {
        this.usual = usual;
    }

    /// Its `jobLocation`s; work from home without one belongs to the places where applicants may live.
    Workplace workplace(JsonMembers posting) {
        boolean home = posting.texts("jobLocationType").stream().anyMatch("TELECOMMUTE"::equalsIgnoreCase);
        var locations = new ArrayList<JobLocation>();
        posting.objects("jobLocation").forEach(place -> locations.add(location(place)));
        var regions = posting.texts("applicantLocationRequirements");
        if (locations.isEmpty() && home) {
            regions.forEach(region -> locations.add(anywhere(region)));
        }
        return new Workplace(
                locations,
                home ? RemoteMode.REMOTE : RemoteMode.ONSITE,
                regions.stream()
                        .flatMap(region -> region(region).stream())
                        .distinct()
                        .toList());
    }

    private JobLocation location(JsonMembers place) {
        var written = place.object("address");
        var address = written.isPresent() ? address(written.get()) : address(place.text("address"));
        Optional<GeoPoint> point = place.object("geo").flatMap(SchemaPlaces::point);
        return new JobLocation(address, point, CsvPosting.precision(address), Optional.empty());
    }

    private Address address(JsonMembers address) {
        return new Address(
                address.text("streetAddress").map(text -> Cleaned.shortened(Cleaned.line(text), LONGEST_STREET)),
                address.text("addressLocality").map(Cleaned::line),
                address.text("addressRegion").map(Cleaned::line),
                address.text("postalCode").map(Cleaned::line),
                address.text("addressCountry").map(SchemaPlaces::country).orElse(usual));
    }

    /// An address in one text is taken for the name of the town.
    private Address address(Optional<String> text) {
        return new Address(
                Optional.empty(),
                text.map(line -> Cleaned.shortened(Cleaned.line(line), 100)),
                Optional.empty(),
                Optional.empty(),
                usual);
    }

    private static Optional<GeoPoint> point(JsonMembers geo) {
        Function<String, Optional<Double>> degrees = name -> geo.text(name).map(Forms::degrees);
        return degrees.apply("latitude")
                .flatMap(lat -> degrees.apply("longitude").map(lon -> new GeoPoint(lat, lon)));
    }

    private JobLocation anywhere(String region) {
        var country = code(region).orElse(usual);
        var address = new Address(
                Optional.empty(), Optional.empty(), Optional.of(Cleaned.line(region)), Optional.empty(), country);
        return new JobLocation(address, Optional.empty(), Precision.REGION, Optional.empty());
    }

    private static CountryCode country(String text) {
        return code(text)
                .orElseThrow(
                        () -> InvalidValues.of("UNKNOWN_VALUE", Forms.quoted(text) + " is no country that we know"));
    }

    private static Optional<CountryCode> code(String text) {
        var name = text.strip();
        var byName = COUNTRIES.get(name.toLowerCase(Locale.ROOT));
        if (byName != null) {
            return Optional.of(byName);
        }
        return List.of(Locale.getISOCountries()).contains(name.toUpperCase(Locale.ROOT))
                ? Optional.of(new CountryCode(name.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /// A code as it stands, or the country of that name; the names of states are not looked up.
    private static Optional<RegionCode> region(String text) {
        var country = code(text);
        if (country.isPresent()) {
            return country.map(code -> new RegionCode(code.value()));
        }
        try {
            return Optional.of(new RegionCode(text.strip()));
        } catch (InvalidValues noCode) {
            return Optional.empty();
        }
    }
}
