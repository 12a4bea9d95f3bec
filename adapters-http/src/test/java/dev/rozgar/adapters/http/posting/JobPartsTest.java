package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.domain.InvalidValues;
import org.junit.jupiter.api.Test;

class JobPartsTest {
    @Test
    void fewerSeatsThanAreTakenIsTheFaultOfTheTotal() {
        var refused = assertThrows(InvalidValues.class, () -> new JobParts.OpeningsBody(1, 2).toOpenings());

        assertEquals("/total", refused.faults().getFirst().pointer());
    }
}
