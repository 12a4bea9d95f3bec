package dev.rozgar.domain.alerts;

import dev.rozgar.domain.Faults;
import java.util.regex.Pattern;

/// Where events are sent: `https://` or `http://`, a host in ASCII or an address, perhaps a port, a path and a query. No
/// user, no password, no fragment; at most 2,000 characters.
public record WebhookUrl(String text) {
    private static final int LONGEST = 2_000;
    private static final Pattern FORM = Pattern.compile(
            "https?://(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?(?:[/?][!-~&&[^#\"<>\\\\^`{|}]]*)?");

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
