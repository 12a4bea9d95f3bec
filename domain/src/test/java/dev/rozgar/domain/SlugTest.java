package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Delivery Rider, delivery-rider-7",
        "'Sr. C# / .NET  developer!', sr-c-net-developer-7",
        "Café Müller’s Straße, cafe-mullers-strasse-7",
        "Łódź Œuvre Þór, lodz-oeuvre-thor-7",
        "ड्राइवर, draivar-7",
        "डिलीवरी बॉय - पुणे, dilivari-boy-pune-7",
        "हिंदी टाइपिस्ट १०, hindi-taipist-10-7",
        "वेयरहाउस Helper, veyarahaus-helper-7",
        "फ़िटर, phitar-7",
        "\u095Eिटर, phitar-7",
        "डिलीवरी। रात, dilivari-rat-7",
        "オペレーター, job-7",
        "தையல்காரர் Tailor, tailor-7",
        "'---', job-7"
    })
    void titlesBecomeAddresses(String title, String slug) {
        assertEquals(slug, Slug.of(title, "job", 7).value());
    }

    @Test
    void longTextIsCutBetweenWords() {
        assertEquals(
                "a".repeat(60) + "-9",
                Slug.of("a".repeat(60) + " " + "b".repeat(60), "job", 9).value());
    }

    @Test
    void oneEndlessWordIsCutAnywhere() {
        assertEquals("a".repeat(100) + "-9", Slug.of("a".repeat(500), "job", 9).value());
    }

    @Test
    void anyTextGivesASoundSlug() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(120);
            for (int c = 0; c < length; c++) {
                text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x1000) : 0x900 + random.nextInt(0x80));
            }
            var slug = Slug.of(text.toString(), "job", Long.MAX_VALUE).value();
            assertTrue(slug.endsWith("-" + Long.MAX_VALUE), () -> "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a_b", "é", "a b", "a\n"})
    void anUnsoundSlugIsRefused(String text) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new Slug(text)));
    }

    @Test
    void anEndlessSlugIsRefused() {
        assertEquals(List.of("TOO_LONG"), Refusal.of(() -> new Slug("a".repeat(141))));
    }
}
