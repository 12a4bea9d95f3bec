package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest {
    enum Colour {
        RED,
        GREEN
    }

    @Test
    void everyFieldIsLookedAtBeforeTheWholeIsRefused() {
        var faults = new Faults();
        var name = faults.required("name", " ", n -> Text.line(n, 5));
        var phone = faults.required("phone", (String) null, PhoneNumber::new);
        var colour = faults.required("colour", "BLUE", Faults.oneOf(Colour.class));
        assertEquals(
                List.of("/name REQUIRED", "/phone REQUIRED", "/colour UNKNOWN_VALUE"),
                Refusal.of(() -> faults.build(() -> List.of(name.get(), phone.get(), colour.get()))));
    }

    @Test
    void pointersGrowAsObjectsNest() {
        var faults = new Faults();
        faults.each("locations", List.of(90.0, 91.0, 92.0), lat -> {
            var inner = new Faults();
            var geo = inner.required("geo", lat, l -> new GeoPoint(l, 0));
            return inner.build(geo::get);
        });
        assertEquals(
                List.of("/locations/1/geo/lat MALFORMED", "/locations/2/geo/lat MALFORMED"), Refusal.of(faults::raise));
    }

    @Test
    void aFlatGroupKeepsItsPointers() {
        var faults = new Faults();
        faults.at("", () -> new GeoPoint(91, 181));
        assertEquals(List.of("/lat MALFORMED", "/lon MALFORMED"), Refusal.of(faults::raise));
    }

    @Test
    void aMissingEntryOfAListIsPointedAt() {
        var faults = new Faults();
        faults.each("codes", Arrays.asList("IN", null), CountryCode::new);
        assertEquals(List.of("/codes/1 REQUIRED"), Refusal.of(faults::raise));
    }

    @Test
    void soundValuesComeThrough() {
        var faults = new Faults();
        var code = faults.required("code", "IN", CountryCode::new);
        var none = faults.optional("none", (String) null, CountryCode::new);
        var some = faults.optional("some", "US", CountryCode::new);
        var list = faults.each("list", List.of("IN", "US"), CountryCode::new);
        var noList = faults.each("no_list", (List<String>) null, CountryCode::new);
        assertEquals(
                List.of(
                        new CountryCode("IN"),
                        Optional.empty(),
                        Optional.of(new CountryCode("US")),
                        List.of(new CountryCode("IN"), new CountryCode("US")),
                        List.of()),
                faults.build(() -> List.of(code.get(), none.get(), some.get(), list.get(), noList.get())));
    }

    @Test
    void aRefusedValueIsNeverHandedOut() {
        var code = new Faults().required("code", "XX", CountryCode::new);
        assertThrows(InvalidValues.class, code::get);
    }

    @Test
    void repetitionsArePointedAt() {
        var faults = new Faults();
        faults.distinct("tags", List.of("a", "b", "a", "a"));
        assertEquals(List.of("/tags/2 DUPLICATE", "/tags/3 DUPLICATE"), Refusal.of(faults::raise));
    }

    @Test
    void memberNamesAreEscapedAsJsonPointersAsk() {
        var faults = new Faults();
        faults.add("a/b~c", "MALFORMED", "no");
        assertEquals(List.of("/a~1b~0c MALFORMED"), Refusal.of(faults::raise));
    }

    @Test
    void aFloodOfFaultsIsCutAtOneHundred() {
        var faults = new Faults();
        faults.each("codes", Collections.nCopies(5_000, "x"), CountryCode::new);
        assertEquals(100, Refusal.of(faults::raise).size());
    }

    @Test
    void nothingWrongRaisesNothing() {
        var faults = new Faults();
        faults.unless(true, "a", "MALFORMED", "no");
        assertEquals("whole", faults.build(() -> "whole"));
    }

    @Test
    void theParsersOfTheJdkRefuseInOurWords() {
        var faults = new Faults();
        faults.required("at", "yesterday", Faults.form("an RFC 3339 time", Instant::parse));
        faults.required("sum", "ten", Faults.form("a decimal number", BigDecimal::new));
        var refusal = assertThrows(InvalidValues.class, faults::raise);
        assertEquals(
                "/at MALFORMED: must be an RFC 3339 time; /sum MALFORMED: must be a decimal number",
                refusal.getMessage());
    }

    @Test
    void aMessageNeverRepeatsTheValue() {
        var refusal = assertThrows(InvalidValues.class, () -> new PhoneNumber("my-secret"));
        assertFalse(refusal.toString().contains("my-secret"));
    }
}
