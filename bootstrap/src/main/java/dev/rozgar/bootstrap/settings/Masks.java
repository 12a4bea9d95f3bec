package dev.rozgar.bootstrap.settings;

import java.util.regex.Pattern;

/// How values are shown to people.
final class Masks {
    private static final String STARS = "***";
    private static final Pattern USER_INFO = Pattern.compile("//[^/@]*@");
    private static final Pattern PARAMETER = Pattern.compile("(?i)((?:password|secret|token|key)\\w*=)[^&]*");

    private Masks() {}

    /// Whether there is one may be told, and nothing else.
    static String secret(String value) {
        return value.isEmpty() ? "\"\"" : STARS;
    }

    /// People put passwords into addresses whatever they are told.
    static String address(String value) {
        if (value.isEmpty()) return "\"\"";
        String withoutUser = USER_INFO.matcher(value).replaceAll("//" + STARS + "@");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + STARS);
    }
}
