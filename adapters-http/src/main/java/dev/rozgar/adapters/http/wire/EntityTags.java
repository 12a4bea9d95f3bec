package dev.rozgar.adapters.http.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `If-None-Match`, read as RFC 9110 §13.1.2 says: a list of tags, or `*` for any, compared weakly.
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    private EntityTags() {}

    /// @param tag the strong tag of what would be sent
    public static boolean match(String ifNoneMatch, String tag) {
        if (ifNoneMatch.strip().equals("*")) return true;
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.find()) if (tags.group(1).equals(tag)) return true;
        return false;
    }
}
