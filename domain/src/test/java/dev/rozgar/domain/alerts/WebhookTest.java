package dev.rozgar.domain.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Refusal;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");
    private static final Keeper COMPANY = new Keeper.OfCompany(new CompanyId(7));
    private static final WebhookUrl URL = new WebhookUrl("https://example.in/hook");

    @Test
    void aCompanyHearsOfEverything() {
        var all = EnumSet.allOf(EventType.class);

        assertEquals(all, webhook(COMPANY, all, Optional.empty()).events());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void nobodyElseHearsOfWhatMovesInCompanies(EventType event) {
        for (Keeper keeper : List.of(new Keeper.OfCandidate(new CandidateId(3)), new Keeper.OfPartner("key:7f3a"))) {
            if (event == EventType.SEARCH_MATCHED)
                assertEquals(
                        Set.of(event),
                        webhook(keeper, Set.of(event), Optional.empty()).events());
            else
                assertEquals(
                        List.of("/events NOT_ALLOWED"),
                        Refusal.of(() -> webhook(keeper, Set.of(event), Optional.empty())));
        }
    }

    @Test
    void somethingMustBeHeardOf() {
        assertEquals(List.of("/events TOO_FEW"), Refusal.of(() -> webhook(COMPANY, Set.of(), Optional.empty())));
    }

    @Test
    void theReasonOfAStopIsOneShortLine() {
        var events = Set.of(EventType.JOB_MOVED);

        assertEquals(
                List.of("/stopped TOO_LONG"), Refusal.of(() -> webhook(COMPANY, events, Optional.of("x".repeat(201)))));
        assertEquals(List.of("/stopped MALFORMED"), Refusal.of(() -> webhook(COMPANY, events, Optional.of("a\nb"))));
    }

    @Test
    void momentsAreWholeMilliseconds() {
        var made = new Webhook(
                new WebhookId(1), COMPANY, URL, Set.of(EventType.JOB_MOVED), Optional.empty(), 0, NOW.plusNanos(999));

        assertEquals(NOW, made.createdAt());
    }

    @Test
    void anEditSetsAStoppedWebhookGoingAgain() {
        var stopped = webhook(COMPANY, Set.of(EventType.JOB_MOVED), Optional.of("gone"));
        var url = new WebhookUrl("https://else.example");

        var edited = stopped.edited(url, Set.of(EventType.SEARCH_MATCHED));

        assertEquals(Webhook.Kind.STOPPED, stopped.kind());
        assertEquals(Webhook.Kind.ACTIVE, edited.kind());
        assertEquals(
                new Webhook(stopped.id(), COMPANY, url, Set.of(EventType.SEARCH_MATCHED), Optional.empty(), 4, NOW),
                edited);
    }

    @Test
    void numbersAreAboveZero() {
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> new WebhookId(0)));
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> new SavedSearchId(0)));
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> new DeliveryId(0)));
    }

    private static Webhook webhook(Keeper keeper, Set<EventType> events, Optional<String> stopped) {
        return new Webhook(new WebhookId(1), keeper, URL, events, stopped, 4, NOW);
    }
}
