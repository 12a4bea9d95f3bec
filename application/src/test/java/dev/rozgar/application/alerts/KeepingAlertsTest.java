package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookUrl;
import dev.rozgar.domain.hiring.CandidateId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Saving, adding, editing and removing by those who keep searches and webhooks, and by those who do not.
class KeepingAlertsTest {
    private static final WebhookUrl URL = new WebhookUrl("https://example.in/hook");

    private final Scene scene = new Scene();
    private final Identity candidate = Scene.candidate(new CandidateId(3));
    private final Identity recruiter = Scene.recruiter(scene.company());

    @Test
    void aKeeperSavesFiftySearchesAndNoMore() {
        for (int i = 0; i < SavedSearch.MOST; i++) Scene.done(save(candidate));

        assertEquals(List.of("TOO_MANY_SEARCHES"), Scene.codes(save(candidate)));
        Scene.done(save(recruiter));
    }

    @Test
    void aKeeperAddsTenWebhooksAndNoMore() {
        for (int i = 0; i < Webhook.MOST; i++) Scene.done(add(candidate, EventType.SEARCH_MATCHED));

        assertEquals(List.of("TOO_MANY_WEBHOOKS"), Scene.codes(add(candidate, EventType.SEARCH_MATCHED)));
    }

    @Test
    void rolesThatAreNobodyInParticularKeepNothing() {
        for (Role role : List.of(Role.MODERATOR, Role.FINANCE, Role.OPERATOR)) {
            assertEquals(new Answer.Denied<SavedSearch>(Verdict.FORBIDDEN), save(Scene.a(role)));
            assertEquals(
                    new Answer.Denied<AddWebhook.Added>(Verdict.FORBIDDEN),
                    add(Scene.a(role), EventType.SEARCH_MATCHED));
        }
    }

    @Test
    void aCandidateHearsOfNoCompany() {
        assertThrows(InvalidValues.class, () -> add(candidate, EventType.JOB_MOVED));
    }

    @Test
    void eachWebhookHasASecretOfItsOwn() {
        Secret one = Scene.done(add(recruiter, EventType.JOB_MOVED)).secret();
        Secret other = Scene.done(add(recruiter, EventType.JOB_MOVED)).secret();

        assertNotEquals(one, other);
        assertEquals(32, one.key().length);
    }

    @Test
    void aSecretSignsForADayAfterItWasReplaced() {
        var added = Scene.done(add(recruiter, EventType.JOB_MOVED));

        var rotated = Scene.done(new RotateSecret(scene.transactions, scene.clock)
                .handle(recruiter, added.webhook().id(), Terms.usual()));

        assertNotEquals(added.secret(), rotated.secret());
        assertEquals(scene.clock.instant().plus(Duration.ofDays(1)), rotated.until());
    }

    @Test
    void anEditIsForTheVersionThatWasSeen() {
        var webhook = Scene.done(add(recruiter, EventType.JOB_MOVED)).webhook();

        assertEquals(2, Scene.done(edit(recruiter, webhook, 1)).version());
        assertEquals(new Answer.Stale<>(2), edit(recruiter, webhook, 1));
    }

    @Test
    void nobodyFindsWhatAnotherKeeps() {
        var webhook = Scene.done(add(recruiter, EventType.JOB_MOVED)).webhook();
        var search = Scene.done(save(recruiter));
        var removal = new RemoveSearch.Command(search.id(), OptionalLong.empty());

        assertEquals(new Answer.Denied<>(Verdict.HIDDEN), edit(candidate, webhook, 1));
        assertEquals(
                new Answer.Denied<>(Verdict.HIDDEN),
                new RemoveSearch(scene.transactions).handle(candidate, removal, Terms.usual()));
        assertEquals(new Answer.Denied<>(Verdict.HIDDEN), book().read(candidate, search.id()));
        assertEquals(List.of(), Scene.done(book().list(candidate, 0, 9)));
    }

    @Test
    void whatIsRemovedIsNotThere() {
        var webhook = Scene.done(add(recruiter, EventType.JOB_MOVED)).webhook();
        var search = Scene.done(save(recruiter));

        Scene.done(new RemoveSearch(scene.transactions)
                .handle(recruiter, new RemoveSearch.Command(search.id(), OptionalLong.of(1)), Terms.usual()));
        Scene.done(new RemoveWebhook(scene.transactions)
                .handle(recruiter, new RemoveWebhook.Command(webhook.id(), OptionalLong.of(1)), Terms.usual()));

        assertEquals(new Answer.Missing<>(), book().read(recruiter, search.id()));
        assertEquals(new Answer.Missing<>(), edit(recruiter, webhook, 1));
        assertEquals(Optional.empty(), scene.transactions.alerts().webhook(webhook.id()));
    }

    private SearchBook book() {
        return new SearchBook(scene.transactions.alerts());
    }

    private Answer<SavedSearch> save(Identity who) {
        var command = new SaveSearch.Command("Riders in Pune", "q=rider", Scope.NEW);
        return new SaveSearch(scene.transactions, scene.clock).handle(who, command, Terms.usual());
    }

    private Answer<AddWebhook.Added> add(Identity who, EventType... events) {
        var command = new AddWebhook.Command(URL, Set.of(events));
        return new AddWebhook(scene.transactions, scene.clock).handle(who, command, Terms.usual());
    }

    private Answer<Changed<Webhook>> edit(Identity who, Webhook webhook, long version) {
        var command =
                new EditWebhook.Command(webhook.id(), URL, Set.of(EventType.SEARCH_MATCHED), OptionalLong.of(version));
        return new EditWebhook(scene.transactions).handle(who, command, Terms.usual());
    }
}
