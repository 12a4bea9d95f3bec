package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.job.SafeHtml;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// A description that may be HTML, as plain text and as HTML of the few tags that the domain lets pass. Whatever else
/// it holds (scripts, attributes, tables) is dropped, its words are kept.
///
/// @param html empty where the text has no tags, or nests them too deeply
record HtmlText(String text, Optional<SafeHtml> html) {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 12;
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("b", "b"),
            Map.entry("strong", "b"),
            Map.entry("i", "i"),
            Map.entry("em", "i"),
            Map.entry("u", "u"),
            Map.entry("ul", "ul"),
            Map.entry("ol", "ol"),
            Map.entry("li", "li"),
            Map.entry("p", "p"),
            Map.entry("div", "p"),
            Map.entry("h1", "p"),
            Map.entry("h2", "p"),
            Map.entry("h3", "p"),
            Map.entry("h4", "p"),
            Map.entry("tr", "p"));
    private static final Set<String> DROPPED =
            Set.of("script", "style", "head", "template", "iframe", "object", "noscript", "svg");
    private static final Set<String> LINES = Set.of("p", "ul", "ol", "li");

    static HtmlText of(String given) {
        if (given.indexOf('<') < 0 && given.indexOf('&') < 0) {
            return new HtmlText(Cleaned.prose(given), Optional.empty());
        }
        var body = Jsoup.parse(given).body();
        var text = new StringBuilder();
        text(body, text);
        var plain = Cleaned.prose(text.toString().replaceAll("[ \\t]*\\n[ \\t\\n]*", "\n"));
        if (given.indexOf('<') < 0) {
            return new HtmlText(plain, Optional.empty());
        }
        var html = new StringBuilder();
        boolean fits = html(body, html, 0);
        var safe = Cleaned.prose(html.toString());
        boolean usable = fits && !safe.isEmpty() && safe.codePointCount(0, safe.length()) <= LONGEST;
        return new HtmlText(plain, usable && !plain.isEmpty() ? Optional.of(new SafeHtml(safe)) : Optional.empty());
    }

    private static void text(Element element, StringBuilder out) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                out.append(words.text());
            } else if (child instanceof Element inner && !DROPPED.contains(inner.normalName())) {
                boolean line = LINES.contains(TAGS.getOrDefault(inner.normalName(), ""))
                        || inner.normalName().equals("br");
                out.append(line ? "\n" : "");
                text(inner, out);
                out.append(line ? "\n" : "");
            }
        }
    }

    /// Answers whether the tags nest no deeper than is allowed.
    private static boolean html(Element element, StringBuilder out, int depth) {
        boolean fits = depth <= DEEPEST;
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                out.append(escaped(words.text()));
            } else if (child instanceof Element inner && !DROPPED.contains(inner.normalName())) {
                var tag = TAGS.get(inner.normalName());
                if (inner.normalName().equals("br")) {
                    out.append("<br>");
                } else if (tag == null) {
                    fits &= html(inner, out, depth);
                } else {
                    out.append('<').append(tag).append('>');
                    fits &= html(inner, out, depth + 1);
                    out.append("</").append(tag).append('>');
                }
            }
        }
        return fits;
    }

    private static String escaped(String text) {
        return Entities.escape(
                text, new Document.OutputSettings().charset("UTF-8").escapeMode(Entities.EscapeMode.xhtml));
    }
}
