package dev.rozgar.application.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.words.Dictionary.Correction;
import dev.rozgar.application.words.Spelling.Known;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<Known> KNOWN = List.of(
            new Known("driver", "driver", 500),
            new Known("drivers", "driver", 90),
            new Known("drive", "drive", 300),
            new Known("river", "river", 5),
            new Known("delivery", "deliveri", 400),
            new Known("electrician", "electrician", 80),
            new Known("cook", "cook", 70));

    @ParameterizedTest
    @CsvSource({
        "driver, driver, 0",
        "drivr, driver, 1",
        "drriver, driver, 1",
        "drixer, driver, 1",
        "dirver, driver, 1",
        "rdievr, driver, 2",
        "ca, abc, 3",
        "'', abc, 3"
    })
    void aSlipIsALetterMoreOrLessAWrongOneOrTwoThatChangedPlaces(String one, String other, int slips) {
        assertEquals(slips, Spelling.slips(one, other));
        assertEquals(slips, Spelling.slips(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "coo,", // too short
        "coko, cook",
        "cokoo,", // two slips in a short word
        "dilevery, delivery",
        "electrisan, electrician",
        "elektrisan,", // three
        "lectrician, electrician",
        "alectrisian,", // the first letter and another one
        "driver,"
    })
    void longWordsMayHaveTwoSlipsAndShortOnesNone(String typed, String spelt) {
        assertEquals(
                spelt == null ? List.of() : List.of(spelt),
                Spelling.corrections(typed, KNOWN.subList(4, 7)).stream()
                        .map(Correction::spelt)
                        .toList());
    }

    @Test
    void theSameBeginningComesFirstThenTheCommonestAndEachWordOnce() {
        assertEquals(
                List.of(new Correction("driver", "driver"), new Correction("drive", "drive")),
                Spelling.corrections("drivr", KNOWN));
        assertEquals(
                List.of(new Correction("driver", "driver"), new Correction("river", "river")),
                Spelling.corrections("rriver", List.of(KNOWN.get(0), KNOWN.get(3)))
                        .reversed());
    }
}
