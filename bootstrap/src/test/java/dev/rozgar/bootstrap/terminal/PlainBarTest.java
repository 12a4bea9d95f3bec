package dev.rozgar.bootstrap.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlainBarTest {
    private final AtomicLong clock = new AtomicLong();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PlainBar bar =
            new PlainBar("indexing", new PrintStream(out, true, StandardCharsets.UTF_8), clock::get);

    @Test
    void saysNothingOfWhatIsQuick() {
        passMillis(1_999);
        bar.at(50, 100);
        bar.close();
        assertEquals("", said());
    }

    @Test
    void saysHowFarItIsEveryTwoSeconds() {
        passMillis(2_000);
        bar.at(50, 200);
        passMillis(1_000);
        bar.at(75, 200);
        passMillis(1_000);
        bar.at(100, 200);
        assertEquals("indexing: 50 of 200 (25 %)\nindexing: 100 of 200 (50 %)\n", said());
    }

    @Test
    void endsWhatItHasSpokenOfWithItsTime() {
        passMillis(2_000);
        bar.step("unpacking");
        bar.at(1, 2);
        passMillis(500);
        bar.at(2, 2);
        bar.close();
        assertEquals("indexing: 1 of 2 (50 %), unpacking\nindexing: 2 in 2500 ms\n", said());
    }

    private void passMillis(long millis) {
        clock.addAndGet(millis * 1_000_000);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
