package dev.rozgar.domain.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.Refusal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "<p>Ride &amp; deliver<br>daily<br/>or<br />nightly</p>",
                "<ul><li><b>fuel</b></li><li><i>food</i></li></ul>",
                "<OL><LI><u>x</u></LI></OL>",
                "5 > 3"
            })
    void simpleMarksAreTaken(String html) {
        assertEquals(html, new SafeHtml(html).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<b onclick=x>y</b>",
                "<b >y</b>",
                "< b>y</b>",
                "<p\n>x</p>",
                "<!-- x -->",
                "<svg/onload=x>",
                "5 < 3",
                "x<",
                "<>",
                "</>",
                "</br>",
                "<p/>",
                "<a>x</a>",
                "<<b>x</b>",
                "<br  />",
                "<\u0131>x</\u0131>"
            })
    void allElseIsRefused(String html) {
        assertEquals(List.of("NOT_ALLOWED"), Refusal.of(() -> new SafeHtml(html)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>x", "x</b>", "<b><i>x</b></i>", "<ul><li>x</ul>", "<b>x</i>"})
    void marksAreClosedInOrder(String html) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new SafeHtml(html)));
    }

    @Test
    void sixteenLevelsAreDeepEnough() {
        assertEquals(List.of("TOO_LARGE"), Refusal.of(() -> nested(17)));
        assertEquals(7 * 16 + 1, nested(16).value().length());
    }

    @Test
    void hostileTextTakesNoLongerThanItsLength() {
        var openers = "<".repeat(100_000);
        var pairs = "<b></b>".repeat(14_285);
        // Of the processor: others may have it meanwhile.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        assertEquals(List.of("NOT_ALLOWED"), Refusal.of(() -> new SafeHtml(openers)));
        assertEquals(pairs, new SafeHtml(pairs + " ").value());
        assertTrue(threads.getCurrentThreadCpuTime() - begun < 2_000_000_000L);
    }

    @Test
    void whatIsTakenHasNoTagButOurs() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var pieces =
                List.of("<", ">", "/", "b", "p", "<b>", "</b>", "<br>", "script", " ", "=", "\"", "x", "<p>", "</p>");
        int taken = 0;
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder("x");
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            taken += isTakenAndClean(text.toString(), seed) ? 1 : 0;
        }
        assertTrue(taken > 1_000, "too few examples were taken: " + taken);
    }

    private static boolean isTakenAndClean(String html, long seed) {
        try {
            var rest = new SafeHtml(html).value();
            for (var tag : List.of("<b>", "</b>", "<p>", "</p>", "<br>", "<br/>", "<br />")) {
                rest = rest.replace(tag, "·");
            }
            assertEquals(-1, rest.indexOf('<'), () -> "seed " + seed + ": " + html);
            return true;
        } catch (InvalidValues e) {
            return false;
        }
    }

    private static SafeHtml nested(int depth) {
        return new SafeHtml("<b>".repeat(depth) + "x" + "</b>".repeat(depth));
    }
}
