package dev.rozgar.adapters.http.delivery;

import dev.rozgar.domain.alerts.DeliveryId;
import java.util.Optional;

/// How an event is called on the wire, the same at each try: `msg_12`.
public final class MessageId {
    public static final String PATTERN = "^msg_[1-9][0-9]{0,17}$";

    private static final String PREFIX = "msg_";

    private MessageId() {}

    public static String of(DeliveryId id) {
        return PREFIX + id.value();
    }

    public static Optional<DeliveryId> parse(String text) {
        return text.matches(PATTERN)
                ? Optional.of(new DeliveryId(Long.parseLong(text.substring(PREFIX.length()))))
                : Optional.empty();
    }
}
