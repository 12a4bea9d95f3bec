package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.domain.InvalidValues;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$105746|105746",
                "1,05,000|105000",
                "₹ 18,000.50|18000.50",
                "USD 12|12",
                "Rs. 500/-|500",
                "0|0",
                "12.5 EUR|12.5"
            })
    void readsMoneyAsPeopleWriteIt(String text, BigDecimal number) {
        assertEquals(number, Forms.number(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "1e9", "twelve", "1.2.3", "12,", "0x1F", "99999999999999999999999999999999999"})
    void refusesWhatIsNoNumber(String text) {
        assertThrows(InvalidValues.class, () -> Forms.number(text));
    }

    @ParameterizedTest
    @CsvSource({"7:30 AM,07:30", "12 pm,12:00", "9AM,09:00", "17:45,17:45"})
    void readsTimesAsPeopleWriteThem(String text, String time) {
        assertEquals(time, Forms.time(text).toString());
    }

    @Test
    void degreesHaveASign() {
        assertEquals(-73.93, Forms.degrees("-73.93"));
    }

    @Test
    void aFractionIsNoWholeNumber() {
        assertThrows(InvalidValues.class, () -> Forms.whole("2.5"));
    }
}
