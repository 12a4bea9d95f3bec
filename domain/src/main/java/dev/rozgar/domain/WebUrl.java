package dev.rozgar.domain;

import java.util.Locale;

/// An absolute http or https address in ASCII, at most 2048 characters, with a named host and no user part.
public record WebUrl(String value) {
    private static final int LONGEST = 2048;

    public WebUrl {
        if (value.length() > LONGEST) {
            throw InvalidValues.of("TOO_LONG", "may have at most " + LONGEST + " characters");
        }
        if (!isSound(value)) {
            throw InvalidValues.of("MALFORMED", "must be an address such as https://example.in/jobs");
        }
    }

    private static boolean isSound(String url) {
        int start = schemeLength(url);
        if (start == 0 || !url.chars().allMatch(WebUrl::isUrlCharacter)) {
            return false;
        }
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return isAuthority(url.substring(start, end));
    }

    private static int schemeLength(String url) {
        var head = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
        if (head.startsWith("https://")) {
            return 8;
        }
        return head.startsWith("http://") ? 7 : 0;
    }

    private static boolean isAuthority(String authority) {
        int colon = authority.indexOf(':');
        if (colon >= 0 && !isPort(authority.substring(colon + 1))) {
            return false;
        }
        try {
            return !new HostName(colon < 0 ? authority : authority.substring(0, colon))
                    .value()
                    .isEmpty();
        } catch (InvalidValues e) {
            return false;
        }
    }

    private static boolean isPort(String port) {
        return !port.isEmpty()
                && port.length() <= 5
                && port.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(port) >= 1
                && Integer.parseInt(port) <= 65_535;
    }

    /// RFC 3986 without the brackets of literal addresses.
    private static boolean isUrlCharacter(int c) {
        return Text.isAsciiAlphanumeric(c) || "-._~:/?#@!$&'()*+,;=%[]".indexOf(c) >= 0;
    }
}
