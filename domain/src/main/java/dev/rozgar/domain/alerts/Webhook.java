package dev.rozgar.domain.alerts;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An address that is told of events by POST.
///
/// @param url     absolute, `https` or `http`, with a host, without user and fragment, at most 2,000 characters
/// @param events  at least one; a keeper that is no company hears of saved searches only
/// @param stopped why nothing is sent, at most 200 characters; empty: what happens is sent
/// @param version above zero
public record Webhook(
        WebhookId id,
        Keeper keeper,
        URI url,
        Set<EventType> events,
        Optional<String> stopped,
        long version,
        Instant createdAt) {
    /// Of one keeper.
    public static final int MOST = 10;

    private static final int LONGEST_URL = 2_000;

    public Webhook {
        events = Set.copyOf(events);
        var faults = new Faults();
        checkUrl(url, faults);
        faults.unless(!events.isEmpty(), "events", "TOO_FEW", "needs at least 1");
        faults.unless(
                keeper instanceof Keeper.OfCompany || events.stream().noneMatch(EventType::isOfCompanies),
                "events",
                "NOT_ALLOWED",
                "only companies hear of jobs and applications that move");
        createdAt = faults.keep("created_at", createdAt, Millis::of);
        faults.raise();
    }

    /// Another address, other events; what was stopped goes on.
    public Webhook edited(URI to, Set<EventType> of) {
        return new Webhook(id, keeper, to, of, Optional.empty(), version + 1, createdAt);
    }

    private static void checkUrl(URI url, Faults faults) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        faults.unless(
                scheme.equals("https") || scheme.equals("http"), "url", "MALFORMED", "must begin with https:// or http://");
        faults.unless(url.getHost() != null, "url", "MALFORMED", "must name a host");
        faults.unless(url.getRawUserInfo() == null, "url", "NOT_ALLOWED", "must not hold a user or a password");
        faults.unless(url.getRawFragment() == null, "url", "NOT_ALLOWED", "must not hold a fragment");
        faults.unless(url.toString().length() <= LONGEST_URL, "url", "TOO_LONG", "may have at most 2000 characters");
    }
}
