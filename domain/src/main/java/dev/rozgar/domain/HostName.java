package dev.rozgar.domain;

import java.util.Locale;

/// A DNS name with at least one dot, lower case; international names in their `xn--` form.
public record HostName(String value) {
    public HostName {
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > 253 || value.indexOf('.') < 0 || !labelsAreSound(value)) {
            throw InvalidValues.of("MALFORMED", "must be a domain name such as example.in");
        }
    }

    private static boolean labelsAreSound(String name) {
        for (var label : name.split("\\.", -1)) {
            if (label.isEmpty()
                    || label.length() > 63
                    || label.startsWith("-")
                    || label.endsWith("-")
                    || !label.chars().allMatch(c -> Text.isAsciiAlphanumeric(c) || c == '-')) {
                return false;
            }
        }
        return true;
    }
}
