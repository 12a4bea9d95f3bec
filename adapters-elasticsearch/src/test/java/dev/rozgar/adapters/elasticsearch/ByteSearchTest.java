package dev.rozgar.adapters.elasticsearch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
    private static final ByteSearch END = new ByteSearch("},\"sort\":[");

    @Test
    void findsTheFirstOfSeveral() {
        assertEquals(3, in("ab{},\"sort\":[},\"sort\":["));
    }

    @Test
    void findsItAtTheBeginningAndAtTheVeryEnd() {
        assertEquals(0, in("},\"sort\":["));
        assertEquals(5, in("},\"so},\"sort\":["));
    }

    @Test
    void findsNothingInLessThanItself() {
        assertEquals(-1, in("},\"sort\":"));
        assertEquals(-1, in(""));
    }

    @Test
    void looksNowhereButBetweenItsBounds() {
        byte[] text = "},\"sort\":[ },\"sort\":[".getBytes(UTF_8);

        assertEquals(11, END.in(text, 1, text.length));
        assertEquals(-1, END.in(text, 1, text.length - 1));
        assertEquals(0, END.in(text, 0, 10));
    }

    @RepeatedTest(200)
    void findsWhatTheLibraryFinds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        // The trick that looks at eight bytes at a time may mark one that differs in its lowest bit, as ` and a do.
        for (int i = random.nextInt(60); i > 0; i--) text.append("aa`b ü".charAt(random.nextInt(6)));
        byte[] bytes = text.toString().getBytes(UTF_8);
        String sought = "aabaa".substring(random.nextInt(4));
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length + 1 - from);

        int at = new String(bytes, from, to - from, ISO_8859_1).indexOf(sought);

        assertEquals(at < 0 ? -1 : from + at, new ByteSearch(sought).in(bytes, from, to), () -> "seed " + seed);
    }

    private static int in(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return END.in(bytes, 0, bytes.length);
    }
}
