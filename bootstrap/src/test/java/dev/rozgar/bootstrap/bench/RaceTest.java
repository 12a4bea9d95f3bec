package dev.rozgar.bootstrap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaceTest {
    @Test
    void eachRoundBeginsOneLaterAndGoesTheOtherWay() {
        assertEquals(List.of("ABC", "BAC", "CAB", "ACB", "BCA", "CBA"), rounds("A", "B", "C"));
        assertEquals(List.of("AB", "BA", "AB", "BA", "AB", "BA"), rounds("A", "B"));
        assertEquals(List.of("ABCD", "BADC", "CDAB", "DCBA", "ABCD", "BADC"), rounds("A", "B", "C", "D"));
    }

    private static List<String> rounds(String... lanes) {
        return IntStream.range(0, 6)
                .mapToObj(round -> String.join("", Race.round(List.of(lanes), round)))
                .toList();
    }
}
