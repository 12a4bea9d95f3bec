package dev.rozgar.adapters.postgres.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.AlertStores;
import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.adapters.postgres.Together;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.alerts.AddWebhook;
import dev.rozgar.application.alerts.SaveSearch;
import dev.rozgar.application.alerts.SearchTurns.Match;
import dev.rozgar.application.alerts.SearchTurns.Turn;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookUrl;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several who save, search and send at once.
class AlertRacesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant NOW = SampleJobs.NOW;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MANY = 8;

    private final AlertStores stores = DATABASE.postgres().alerts();
    private final Transactions transactions = DATABASE.postgres().transactions();
    private final Identity recruiter = Scene.recruiter(MoveAJob.companyOf(DATABASE));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void asInstalled() {
        DATABASE.run("truncate saved_search, webhook cascade;"
                + " update search_turn set cursor = null, holding = 0, leased_until = null");
    }

    @Test
    void savesNoMoreSearchesThanOneKeeperMayHave() throws Exception {
        for (int i = 1; i < SavedSearch.MOST; i++) Scene.done(save());

        var answers = Together.run(MANY, _ -> save());

        assertEquals(1, count(answers));
        assertEquals(SavedSearch.MOST, searches());
    }

    @Test
    void addsNoMoreWebhooksThanOneKeeperMayHave() throws Exception {
        for (int i = 1; i < Webhook.MOST; i++) Scene.done(add());

        var answers = Together.run(MANY, _ -> add());

        assertEquals(1, count(answers));
    }

    @Test
    void givesATurnToOneOfMany() throws Exception {
        var turns = Together.run(MANY, _ -> stores.turns().claim(LEASE, NOW));

        assertEquals(1, turns.stream().filter(Optional::isPresent).count());
    }

    @Test
    void letsOneOfManyEndATurn() throws Exception {
        var search = Scene.done(save());
        var webhook = Scene.done(add()).webhook();
        var turn = stores.turns().claim(LEASE, NOW).orElseThrow();

        var ended = Together.run(MANY, i -> settle(turn, search, i));

        assertEquals(1, ended.stream().filter(done -> done).count());
        assertEquals(1, stores.deliveries().of(webhook.id(), 0, 99).size());
    }

    @Test
    void givesNoEventToTwo() throws Exception {
        var search = Scene.done(save());
        var webhook = Scene.done(add()).webhook();
        for (int i = 0; i < 40; i++) settle(stores.turns().claim(LEASE, NOW).orElseThrow(), search, i);

        var claimed = Together.run(MANY, _ -> stores.deliveries().claim(9, 99, LEASE, NOW)).stream()
                .flatMap(List::stream)
                .map(due -> due.id())
                .toList();

        assertEquals(claimed.stream().distinct().toList(), claimed);
        assertEquals(40, stores.deliveries().of(webhook.id(), 0, 99).size());
    }

    /// Whoever ends a turn locks the searches that are still there, and whoever removes one waits or is waited for.
    @Test
    void endsATurnWhileItsSearchesAreRemoved() throws Exception {
        var all = LongStream.range(0, 20).mapToObj(_ -> Scene.done(save())).toList();
        Scene.done(add());
        var turn = stores.turns().claim(LEASE, NOW).orElseThrow();
        var found = all.stream()
                .map(search -> new Match(search.id(), List.of(new JobId(1))))
                .toList();

        Together.run(MANY, i -> i == 0 ? stores.turns().settle(turn, cursor(1), found, NOW) : remove(all.get(i)));

        assertEquals(
                List.of("0"),
                DATABASE.ask("select count(*) from saved_search_found where search_id not in"
                        + " (select id from saved_search)"));
        assertEquals(20 - (MANY - 1), searches());
    }

    private boolean remove(SavedSearch search) {
        return Scene.done(transactions.run(Terms.usual(), space -> {
            space.alerts().remove(search.id());
            return Answer.Done.accepted(true);
        }));
    }

    private boolean settle(Turn turn, SavedSearch search, int job) {
        return stores.turns()
                .settle(turn, cursor(job + 1), List.of(new Match(search.id(), List.of(new JobId(job + 1)))), NOW);
    }

    private static FeedCursor cursor(long at) {
        return new FeedCursor(1, at, 1);
    }

    private Answer<SavedSearch> save() {
        var command = new SaveSearch.Command("Riders", "q=rider", Scope.NEW);
        return new SaveSearch(transactions, CLOCK).handle(recruiter, command, Terms.usual());
    }

    private Answer<AddWebhook.Added> add() {
        var command =
                new AddWebhook.Command(new WebhookUrl("https://example.in/hook"), Set.of(EventType.SEARCH_MATCHED));
        return new AddWebhook(transactions, CLOCK).handle(recruiter, command, Terms.usual());
    }

    private int searches() {
        return stores.alerts().searches(0, 1_000).size();
    }

    private static long count(List<? extends Answer<?>> answers) {
        return answers.stream().filter(Answer.Done.class::isInstance).count();
    }
}
