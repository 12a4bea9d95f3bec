package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Text;
import java.util.Optional;

/// Where an application came from.
///
/// @param channel   a token of at most 50 characters such as `board`, `partner` or `referral`
/// @param referrer  who or what sent the candidate, at most 500 characters
/// @param partnerId the partner that handed it in, a token of at most 64
public record ApplicationSource(String channel, Optional<String> referrer, Optional<String> partnerId) {
    /// Sent on this board.
    public static final ApplicationSource BOARD = new ApplicationSource("board", Optional.empty(), Optional.empty());

    public ApplicationSource {
        var faults = new Faults();
        channel = faults.keep("channel", channel, c -> Text.token(c, 50, "_-"));
        referrer = faults.keep("referrer", referrer, o -> o.map(r -> Text.line(r, 500)));
        partnerId = faults.keep("partner_id", partnerId, o -> o.map(p -> Text.token(p, 64, "_-.")));
        faults.raise();
    }
}
