package dev.rozgar.adapters.http.delivery;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a webhook, taken apart.
///
/// @param secure    by TLS
/// @param host      without brackets
/// @param authority host and port as they were given
/// @param path      with its query; never empty
public record Target(boolean secure, String host, int port, String authority, String path) {
    private static final Pattern PARTS =
            Pattern.compile("(https?)://((\\[[^]]+]|[^:/?\\[]+)(?::([0-9]{1,5}))?)([/?].*)?");

    public static Target of(WebhookUrl url) {
        var parts = PARTS.matcher(url.text());
        if (!parts.matches()) throw new IllegalArgumentException("an address of another form than WebhookUrl checks");
        boolean secure = parts.group(1).equals("https");
        String port = parts.group(4);
        String path = Optional.ofNullable(parts.group(5)).orElse("/");
        return new Target(
                secure,
                parts.group(3).replace("[", "").replace("]", ""),
                port != null ? Integer.parseInt(port) : secure ? 443 : 80,
                parts.group(2),
                path.startsWith("?") ? '/' + path : path);
    }

    /// Why nothing is sent there, as far as can be told without looking up a name.
    public Optional<String> refusal(WebhookTargets targets) {
        if (targets == WebhookTargets.ANY) return Optional.empty();
        if (!secure) return Optional.of("must begin with https://");
        return literal()
                .filter(address -> !PublicAddresses.hold(address))
                .map(_ -> "must not lead to a private address");
    }

    /// Of a host that is an address and no name.
    private Optional<InetAddress> literal() {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }
}
