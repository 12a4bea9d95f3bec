package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a<script>alert(1)</script>",
                "<b onmouseover=x>b</b><img src=x onerror=y>",
                "a < b && c > d <i>x</i>",
                "<ul><li>one<li>two</ul></b></p>",
                "<svg><p>inner</p></svg><p>outer</p>",
                "<a href='javascript:x'>link</a> <u>u</u>",
                "<table><tr><td>1</td></tr></table>",
                "&lt;script&gt;<br/>",
                "<p>\u2028<b>डिलीवरी</b>"
            })
    void whateverComesOutIsSafe(String given) {
        var html = HtmlText.of(given).html();

        assertTrue(html.isPresent());
        assertTrue(!html.get().value().contains("alert(1)"), html.get().value());
    }

    @Test
    void plainTextHasNoHtml() {
        assertEquals(new HtmlText("Just words.", Optional.empty()), HtmlText.of(" Just words.\r\n"));
    }

    @Test
    void entitiesAreRead() {
        assertEquals(
                "Bread & butter – 5 > 4",
                HtmlText.of("Bread &amp; butter &ndash; 5 &gt; 4").text());
    }

    @Test
    void htmlThatNestsTooDeeplyKeepsItsWords() {
        var given = "<ul><li>".repeat(40) + "deep" + "</li></ul>".repeat(40);

        assertEquals(new HtmlText("deep", Optional.empty()), HtmlText.of(given));
    }
}
