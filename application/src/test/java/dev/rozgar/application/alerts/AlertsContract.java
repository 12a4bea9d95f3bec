package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.PortFailure;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is kept of saved searches and webhooks, and what every store tells of it. An implementation's test says only
/// how to open its store.
public abstract class AlertsContract extends OpenAlerts {
    @Test
    void keepsASearchAsItWasSaved() {
        Keeper keeper = candidate();
        var search = make(space -> {
            var made = new SavedSearch(
                    space.alerts().nextSearch(), keeper, "\"रात\" \\ pune", "q=%C3%A9&x=';--", Scope.CHANGED, NOW);
            space.alerts().add(made);
            return made;
        });

        assertEquals(Optional.of(search), store().alerts().search(search.id()));
        assertEquals(Optional.of(search), make(space -> space.alerts().lock(search.id())));
    }

    @Test
    void knowsNeitherASearchNorAWebhookThatNobodyMade() {
        var search = make(space -> space.alerts().nextSearch());
        var webhook = make(space -> space.alerts().nextWebhook());

        assertEquals(Optional.empty(), store().alerts().search(search));
        assertEquals(Optional.empty(), make(space -> space.alerts().lock(search)));
        assertEquals(Optional.empty(), store().alerts().webhook(webhook));
        assertEquals(Optional.empty(), make(space -> space.alerts().lock(webhook)));
    }

    @Test
    void pagesTheSearchesOfEachKindOfKeeper() {
        for (Keeper keeper : List.of(company(), candidate(), partner())) {
            search(company());
            var mine = Stream.generate(() -> search(keeper)).limit(3).toList();
            search(candidate());
            search(partner());

            assertEquals(mine, store().alerts().searches(keeper, 0, 9));
            assertEquals(mine.subList(0, 2), store().alerts().searches(keeper, 0, 2));
            assertEquals(
                    mine.subList(1, 3),
                    store().alerts().searches(keeper, mine.getFirst().id().value(), 9));
        }
    }

    @Test
    void pagesEverybodysSearchesInTheOrderOfTheirIds() {
        var all = List.of(search(company()), search(candidate()), search(partner()));

        assertEquals(all, store().alerts().searches(0, 9));
        assertEquals(
                all.subList(1, 2), store().alerts().searches(all.getFirst().id().value(), 1));
    }

    @Test
    void countsWhatOneKeeperHas() {
        Keeper keeper = partner();
        search(keeper);
        search(keeper);
        search(partner());
        webhook(keeper, EventType.SEARCH_MATCHED);
        webhook(company(), EventType.SEARCH_MATCHED);

        int searches = make(space -> space.alerts().searchesOf(keeper));
        int webhooks = make(space -> space.alerts().webhooksOf(keeper));

        assertEquals(2, searches);
        assertEquals(1, webhooks);
    }

    @Test
    void forgetsASearchThatIsRemoved() {
        Keeper keeper = candidate();
        var removed = search(keeper);
        var kept = search(keeper);

        change(desk -> desk.remove(removed.id()));

        assertEquals(List.of(kept), store().alerts().searches(keeper, 0, 9));
    }

    @Test
    void refusesToRemoveWhatIsNotThere() {
        assertEquals("STALE_VERSION", conflict(() -> change(desk -> desk.remove(new SavedSearchId(999_999_999)))));
        assertEquals("STALE_VERSION", conflict(() -> change(desk -> desk.remove(new WebhookId(999_999_999)))));
    }

    @Test
    void keepsAWebhookInItsFirstVersion() {
        Keeper keeper = company();

        var webhook = webhook(keeper, EventType.JOB_MOVED, EventType.SEARCH_MATCHED);

        assertEquals(
                new Webhook(
                        webhook.id(),
                        keeper,
                        URL,
                        Set.of(EventType.SEARCH_MATCHED, EventType.JOB_MOVED),
                        Optional.empty(),
                        1,
                        NOW),
                webhook);
        assertEquals(Optional.of(webhook), make(space -> space.alerts().lock(webhook.id())));
    }

    @Test
    void savesAWebhookUnderItsNextVersion() {
        var webhook = stopped(webhook(company(), EventType.JOB_MOVED));
        var url = new WebhookUrl("https://else.example");

        change(desk -> desk.save(webhook.edited(url, Set.of(EventType.APPLICATION_MOVED))));

        var saved = store().alerts().webhook(webhook.id()).orElseThrow();
        assertEquals(url, saved.url());
        assertEquals(Set.of(EventType.APPLICATION_MOVED), saved.events());
        assertEquals(Optional.empty(), saved.stopped());
        assertEquals(3, saved.version());
    }

    @Test
    void remembersWhyAWebhookIsStopped() {
        assertEquals(
                Optional.of("gone"),
                stopped(webhook(partner(), EventType.SEARCH_MATCHED)).stopped());
    }

    @Test
    void refusesToSaveAWebhookThatWasChangedMeanwhile() {
        var webhook = webhook(company(), EventType.JOB_MOVED);
        stopped(webhook);

        assertEquals("STALE_VERSION", conflict(() -> change(desk -> desk.save(webhook))));
    }

    @Test
    void pagesTheWebhooksOfEachKindOfKeeper() {
        for (Keeper keeper : List.of(company(), candidate(), partner())) {
            webhook(company(), EventType.SEARCH_MATCHED);
            var mine = Stream.generate(() -> webhook(keeper, EventType.SEARCH_MATCHED))
                    .limit(3)
                    .toList();
            webhook(candidate(), EventType.SEARCH_MATCHED);

            assertEquals(mine.subList(0, 2), store().alerts().webhooks(keeper, 0, 2));
            assertEquals(
                    mine.subList(1, 3),
                    store().alerts().webhooks(keeper, mine.getFirst().id().value(), 9));
        }
    }

    @Test
    void forgetsAWebhookThatIsRemoved() {
        Keeper keeper = company();
        var removed = webhook(keeper, EventType.JOB_MOVED);
        var kept = webhook(keeper, EventType.JOB_MOVED);

        change(desk -> desk.remove(removed.id()));

        assertEquals(List.of(kept), store().alerts().webhooks(keeper, 0, 9));
    }

    private static String conflict(Runnable work) {
        return assertThrows(PortFailure.class, work::run).code();
    }
}
