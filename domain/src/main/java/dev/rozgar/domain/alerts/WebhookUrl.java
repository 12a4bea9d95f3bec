package dev.rozgar.domain.alerts;

import dev.rozgar.domain.Faults;
import java.util.regex.Pattern;

/// Where events are sent: `https://` or `http://`, a host in ASCII or an address, perhaps a port, a path and a query.
/// No
/// user, no password, no fragment; at most 2,000 characters.
public record WebhookUrl(String text) {
    private static final int LONGEST = 2_000;
    /// A name, whose last label begins with a letter so that it is no address; or an address.
    private static final String HOST = "(?:(?:LABEL\\.)*+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?+"
                    .replace("LABEL", "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?+")
            + "|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9A-Fa-f:.]+])";

    private static final String PORT =
            "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?";
    /// RFC 3986 without a fragment.
    private static final String REST = "(?:[/?](?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]++|%[0-9A-Fa-f]{2})*+)?";

    private static final Pattern FORM = Pattern.compile("https?://" + HOST + PORT + REST);

    public WebhookUrl {
        var faults = new Faults();
        faults.unless(text.length() <= LONGEST, "", "TOO_LONG", "may have at most 2000 characters");
        faults.unless(
                text.length() > LONGEST || FORM.matcher(text).matches(),
                "",
                "MALFORMED",
                "must be https:// or http:// with a host, without user, password or fragment");
        faults.raise();
    }

    /// Whether nobody on the way can read along.
    public boolean isSecure() {
        return text.startsWith("https://");
    }
}
