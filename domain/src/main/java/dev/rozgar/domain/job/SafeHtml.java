package dev.rozgar.domain.job;

import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.Text;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;

/// HTML that a page may show as it is: text and the bare tags b, i, u, ul, ol, li, p and br, properly nested, at most
/// 16 deep and 100 000 characters. Anything else is refused rather than cleaned: a cleaner that guesses is a hole.
///
/// One pass from left to right, no regular expression, so no text takes longer than its length.
public record SafeHtml(String value) {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 16;
    private static final Set<String> PAIRED = Set.of("b", "i", "u", "ul", "ol", "li", "p");

    public SafeHtml {
        value = Text.prose(value, LONGEST);
        var open = new ArrayDeque<String>();
        int at = value.indexOf('<');
        while (at >= 0) {
            int end = value.indexOf('>', at);
            if (end < 0) {
                throw unknownTag();
            }
            take(value.substring(at + 1, end).toLowerCase(Locale.ROOT), open);
            at = value.indexOf('<', end);
        }
        if (!open.isEmpty()) {
            throw InvalidValues.of("MALFORMED", "has a tag that is not closed");
        }
    }

    private static void take(String tag, ArrayDeque<String> open) {
        if (tag.equals("br") || tag.equals("br/") || tag.equals("br /")) {
            return;
        }
        var name = tag.startsWith("/") ? tag.substring(1) : tag;
        if (!PAIRED.contains(name)) {
            throw unknownTag();
        }
        if (tag.startsWith("/")) {
            if (!name.equals(open.poll())) {
                throw InvalidValues.of("MALFORMED", "closes a tag that is not the one last opened");
            }
        } else {
            open.push(name);
            if (open.size() > DEEPEST) {
                throw InvalidValues.of("TOO_LARGE", "nests more than " + DEEPEST + " tags");
            }
        }
    }

    private static InvalidValues unknownTag() {
        return InvalidValues.of(
                "NOT_ALLOWED", "may have the tags b, i, u, ul, ol, li, p and br without attributes, and no other <");
    }
}
