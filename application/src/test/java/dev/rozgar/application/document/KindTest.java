package dev.rozgar.application.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {
    @ParameterizedTest
    @CsvSource({
        "WHOLE, 9223372036854775808",
        "WHOLE, 1.0",
        "WHOLE, ''",
        "DECIMAL, 1e9",
        "DECIMAL, 0.00001",
        "DECIMAL, 12345678901234567890",
        "DECIMAL, NaN",
        "FLAG, TRUE",
        "FLAG, 1",
        "MOMENT, 2026-03-01",
        "MOMENT, 2026-02-30T00:00:00Z",
        "MOMENT, +999999999-12-31T23:59:59Z",
        "DAY, 2026-13-01",
        "DAY, -0001-01-01",
        "PLACE, India",
        "PLACE, I",
        "PLACE, ''",
        "PLACE, IN/",
        "PLACE, IN//",
        "PLACE, IN/goa/",
        "PLACE, IN/goa/panaji/fontainhas",
        "PLACE, /goa",
        "PLACE, IN/ /",
        "PLACE, place:",
        "PLACE, Place:1",
        "TIME, 09:30",
        "POINT, '1,2'"
    })
    void refusesWhatIsNotOfItsKind(Kind kind, String text) {
        assertTrue(kind.parse(text).isEmpty());
    }

    @Test
    void refusesControlCharactersInWords() {
        assertTrue(Kind.KEYWORD.parse("a\u0000b").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "WHOLE, -9223372036854775808",
        "DECIMAL, 18500.5",
        "FLAG, false",
        "KEYWORD, C#",
        "TEXT, चालक",
        "PLACE, IN",
        "PLACE, IN/maharashtra/mumbai",
        "PLACE, IN//पुणे",
        "PLACE, place:IN-MH/Pune",
        "MOMENT, 2026-03-01T09:30:00.123Z",
        "DAY, 2026-03-01"
    })
    void readsBackWhatItsValuePrints(Kind kind, String text) {
        assertEquals(text, kind.parse(text).orElseThrow().text());
    }

    @Test
    void cutsMomentsToTheMillisecondsThatBothEnginesKeep() {
        var moment = Kind.MOMENT.parse("2026-03-01T15:00:00.123999+05:30");

        assertEquals(Optional.of(new Value.Moment(Instant.parse("2026-03-01T09:30:00.123Z"))), moment);
    }

    @ParameterizedTest
    @CsvSource({
        "in, IN",
        "in/Maharashtra, IN/maharashtra",
        "br/S\u00e3o Paulo/S\u00c3O PAULO, BR/sao paulo/sao paulo",
        "tr//\u0130zmir, TR//izmir",
        "gr/x/\u039f\u0394\u038c\u03a3, GR/x/\u03bf\u03b4\u03bf\u03c3",
        "IN/ Goa /Panaji, IN/goa/panaji"
    })
    void foldsTheNamesOfAPlace(String given, String place) {
        assertEquals(Optional.of(place), Kind.PLACE.parse(given).map(Value::text));
    }

    @Test
    void takesEqualNumbersForEqualValues() {
        assertEquals(new Value.Decimal(new BigDecimal("1.10")), new Value.Decimal(new BigDecimal("1.1")));
    }
}
