package dev.rozgar.adapters.http.delivery;

import dev.rozgar.domain.alerts.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What shows a receiver that an event is ours and new: HMAC-SHA256 over `id.timestamp.body`, as
/// https://www.standardwebhooks.com says; one for each secret, separated by a space.
final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /// @param timestamp seconds since 1970
    static String of(List<Secret> secrets, String id, long timestamp, String body) {
        byte[] content = (id + '.' + timestamp + '.' + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> "v1," + signed(secret, content)).collect(Collectors.joining(" "));
    }

    private static String signed(Secret secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
