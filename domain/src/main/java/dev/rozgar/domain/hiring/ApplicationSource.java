package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Text;
import java.util.Optional;

/// Where an application came from.
///
/// @param channel   a token of at most 50 characters such as `board`, `partner` or `referral`
/// @param referrer  who or what sent the candidate, at most 500 characters
/// @param partnerId what the sender says of the partner, a token of at most 64; gives no rights
/// @param broughtBy the partner's identity as the board knows it, at most 100 characters; never what anybody says
public record ApplicationSource(
        String channel, Optional<String> referrer, Optional<String> partnerId, Optional<String> broughtBy) {
    /// Sent on this board.
    public static final ApplicationSource BOARD = said("board", Optional.empty(), Optional.empty());

    public ApplicationSource {
        var faults = new Faults();
        channel = faults.keep("channel", channel, c -> Text.token(c, 50, "_-"));
        referrer = faults.keep("referrer", referrer, o -> o.map(r -> Text.line(r, 500)));
        partnerId = faults.keep("partner_id", partnerId, o -> o.map(p -> Text.token(p, 64, "_-.")));
        broughtBy = faults.keep("brought_by", broughtBy, o -> o.map(b -> Text.line(b, 100)));
        faults.raise();
    }

    /// As its sender says; of a partner the board knows nothing yet.
    public static ApplicationSource said(String channel, Optional<String> referrer, Optional<String> partnerId) {
        return new ApplicationSource(channel, referrer, partnerId, Optional.empty());
    }

    /// The same, handed in by that partner, or by none.
    public ApplicationSource broughtBy(Optional<String> partner) {
        return new ApplicationSource(channel, referrer, partnerId, partner);
    }

    /// The same without what somebody wrote.
    ApplicationSource withoutReferrer() {
        return new ApplicationSource(channel, Optional.empty(), partnerId, broughtBy);
    }
}
