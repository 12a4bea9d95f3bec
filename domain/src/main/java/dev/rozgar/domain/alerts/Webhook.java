package dev.rozgar.domain.alerts;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An address that is told of events by POST.
///
/// @param events  at least one; a keeper that is no company hears of saved searches only
/// @param stopped why nothing is sent, at most 200 characters; empty: what happens is sent
/// @param version of what is stored; 0 for one that is not yet
public record Webhook(
        WebhookId id,
        Keeper keeper,
        WebhookUrl url,
        Set<EventType> events,
        Optional<String> stopped,
        long version,
        Instant createdAt) {
    /// Of one keeper.
    public static final int MOST = 10;

    private static final int LONGEST_REASON = 200;

    /// Whether it is told of anything.
    public enum Kind {
        ACTIVE,
        STOPPED
    }

    public Webhook {
        events = Set.copyOf(events);
        var faults = new Faults();
        faults.unless(!events.isEmpty(), "events", "TOO_FEW", "needs at least 1");
        noteUnheard(keeper, events, faults);
        stopped = faults.keep("stopped", stopped, given -> given.map(why -> Text.line(why, LONGEST_REASON)));
        createdAt = faults.keep("created_at", createdAt, Millis::of);
        faults.raise();
    }

    /// Notes what the keeper cannot be told of.
    public static void noteUnheard(Keeper keeper, Set<EventType> events, Faults faults) {
        faults.unless(
                keeper instanceof Keeper.OfCompany || events.stream().noneMatch(EventType::isOfCompanies),
                "events",
                "NOT_ALLOWED",
                "only companies hear of jobs and applications that move");
    }

    public Kind kind() {
        return stopped.isPresent() ? Kind.STOPPED : Kind.ACTIVE;
    }

    /// Another address, other events; what was stopped goes on.
    public Webhook edited(WebhookUrl to, Set<EventType> of) {
        return new Webhook(id, keeper, to, of, Optional.empty(), version, createdAt);
    }
}
