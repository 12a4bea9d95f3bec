package dev.rozgar.domain.job;

import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.WebUrl;
import java.util.Optional;

/// How to apply: at least one way.
///
/// @param direct here, on this board
public record ApplyChannel(boolean direct, Optional<WebUrl> url, Optional<EmailAddress> email) {
    /// Here only.
    public static final ApplyChannel DIRECT = new ApplyChannel(true, Optional.empty(), Optional.empty());

    public ApplyChannel {
        var faults = new Faults();
        faults.unless(
                direct || url.isPresent() || email.isPresent(),
                "",
                "REQUIRED",
                "needs a way to apply: direct, a url or an email");
        faults.raise();
    }
}
