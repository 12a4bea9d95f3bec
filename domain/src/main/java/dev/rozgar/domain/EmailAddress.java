package dev.rozgar.domain;

/// A mail address in the plain form of RFC 5321 (no quotes, no comments), at most 254 characters.
public record EmailAddress(String value) {
    private static final String SPECIALS = "!#$%&'*+-/=?^_`{|}~.";

    public EmailAddress {
        int at = value.lastIndexOf('@');
        if (at < 1 || value.length() > 254 || !isLocalPart(value.substring(0, at))) {
            throw InvalidValues.of("MALFORMED", "must be a mail address such as name@example.in");
        }
        value = value.substring(0, at + 1) + new HostName(value.substring(at + 1)).value();
    }

    /// What stands behind the at sign.
    public HostName host() {
        return new HostName(value.substring(value.lastIndexOf('@') + 1));
    }

    /// Without the person's name: what may appear in logs.
    @Override
    public String toString() {
        return "…" + value.substring(value.lastIndexOf('@'));
    }

    private static boolean isLocalPart(String local) {
        return local.length() <= 64
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.chars().allMatch(c -> Text.isAsciiAlphanumeric(c) || SPECIALS.indexOf(c) >= 0);
    }
}
