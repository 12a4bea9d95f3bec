package dev.rozgar.application.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeoPointTest {
    @Test
    void readsWhatItWrites() {
        GeoPoint pune = new GeoPoint(18.5204, -73.8567);
        assertEquals(Optional.of(pune), GeoPoint.parse(pune.text()));
    }

    @Test
    void theEdgesOfTheEarthBelongToIt() {
        assertEquals(Optional.of(new GeoPoint(-90, 180)), GeoPoint.parse("-90,180"));
        assertEquals(Optional.empty(), GeoPoint.parse("-90.0001,180"));
        assertThrows(IllegalArgumentException.class, () -> new GeoPoint(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new GeoPoint(0, 181));
    }
}
