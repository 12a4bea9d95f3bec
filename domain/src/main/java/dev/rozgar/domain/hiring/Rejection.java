package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why an application is turned down.
///
/// @param reason   one line of at most 500 characters
/// @param note     for colleagues, at most 2000 characters; the candidate never sees it
/// @param notifyAt when the candidate is to be told; empty: at once
public record Rejection(String reason, Optional<String> note, Optional<Instant> notifyAt) {
    /// The reason of an application whose answers knocked it out.
    public static final String KNOCKOUT = "KNOCKOUT";

    /// What stands for the words of somebody that were taken out.
    public static final String REMOVED = "(removed)";

    public Rejection {
        var faults = new Faults();
        reason = faults.keep("reason", reason, r -> Text.line(r, 500));
        note = faults.keep("note", note, o -> o.map(n -> Text.prose(n, 2000)));
        notifyAt = faults.keep("notify_at", notifyAt, o -> o.map(Millis::of));
        faults.raise();
    }

    /// May the candidate know of it by now?
    public boolean isTold(Instant now) {
        return notifyAt.filter(now::isBefore).isEmpty();
    }

    /// The same without anybody's words; a knockout is none.
    Rejection withoutWords() {
        return new Rejection(reason.equals(KNOCKOUT) ? KNOCKOUT : REMOVED, Optional.empty(), notifyAt);
    }

    static Rejection knockout(List<String> questions) {
        return new Rejection(
                KNOCKOUT, Optional.of("Knocked out by: " + String.join(", ", questions)), Optional.empty());
    }
}
