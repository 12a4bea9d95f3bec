package dev.rozgar.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.company.StateCode;
import org.junit.jupiter.api.Test;

class CitiesTest {
    @Test
    void thereAreAboutSixtyIndianCitiesAndAFewAbroad() {
        assertTrue(City.ALL.stream().filter(CitiesTest::isIndian).count() >= 60);
        assertTrue(City.ALL.stream().anyMatch(city -> !isIndian(city)));
    }

    @Test
    void everyIndianCityLiesInIndia() {
        assertTrue(City.ALL.stream()
                .filter(CitiesTest::isIndian)
                .allMatch(city -> city.centre().lat() > 8
                        && city.centre().lat() < 35
                        && city.centre().lon() > 69
                        && city.centre().lon() < 96));
    }

    @Test
    void everyIndianCityHasAPinAndATaxState() {
        assertTrue(City.ALL.stream()
                .filter(CitiesTest::isIndian)
                .allMatch(city -> city.pin().length() == 3
                        && new StateCode(city.taxState().orElseThrow()).value().length() == 2));
    }

    @Test
    void noTwoCitiesShareANameOrAPoint() {
        assertEquals(
                City.ALL.size(), City.ALL.stream().map(City::name).distinct().count());
        assertEquals(
                City.ALL.size(), City.ALL.stream().map(City::centre).distinct().count());
    }

    @Test
    void theSharesAddUpToAHundred() {
        assertEquals(100, City.ALL.stream().mapToDouble(City::share).sum(), 0.5);
    }

    private static boolean isIndian(City city) {
        return city.country().value().equals("IN");
    }
}
