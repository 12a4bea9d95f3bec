package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private static final CountryCode INDIA = new CountryCode("IN");

    @Test
    void theEquatorAndGreenwichArePlaces() {
        assertEquals(new GeoPoint(0, 0), new GeoPoint(-0.0, -0.0));
    }

    @ParameterizedTest
    @CsvSource({"90, 180", "-90, -180"})
    void thePolesAndTheDateLineArePlaces(double lat, double lon) {
        var point = new GeoPoint(lat, lon);
        assertEquals(List.of(lat, lon), List.of(point.lat(), point.lon()));
    }

    @ParameterizedTest
    @CsvSource({"90.000001, -180.000001", "NaN, NaN", "Infinity, -Infinity"})
    void bothCoordinatesAreBlamed(double lat, double lon) {
        assertEquals(List.of("/lat MALFORMED", "/lon MALFORMED"), Refusal.of(() -> new GeoPoint(lat, lon)));
    }

    @Test
    void coordinatesKeepSixDecimals() {
        assertEquals(new GeoPoint(18.520431, 73.856744), new GeoPoint(18.52043051, 73.85674449));
    }

    @Test
    void roundingTwiceChangesNothing() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            var once = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            assertEquals(once, new GeoPoint(once.lat(), once.lon()), () -> "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "in", "XX", "IND", "I"})
    void unknownCountriesAreRefused(String code) {
        assertEquals(List.of("UNKNOWN_VALUE"), Refusal.of(() -> new CountryCode(code)));
    }

    @Test
    void anAddressNeedsMoreThanItsCountry() {
        assertEquals(List.of("REQUIRED"), Refusal.of(() -> address(Optional.of("12 MG Road"), Optional.empty())));
    }

    @Test
    void everyPartOfAnAddressIsChecked() {
        assertEquals(
                List.of("/street TOO_LONG", "/locality REQUIRED"),
                Refusal.of(() -> address(Optional.of("x".repeat(201)), Optional.of(" "))));
    }

    @Test
    void thePartsAreStripped() {
        assertEquals(
                Optional.of("Pune"),
                address(Optional.empty(), Optional.of(" Pune ")).locality());
    }

    private static Address address(Optional<String> street, Optional<String> locality) {
        return new Address(street, locality, Optional.empty(), Optional.empty(), INDIA);
    }
}
