package dev.rozgar.application.alerts;

import dev.rozgar.application.change.AlertDesk;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookUrl;
import dev.rozgar.domain.hiring.Candidate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// A store of saved searches and webhooks, with people who keep some. A subclass opens one in which nobody keeps any
/// and no turn was taken, for each test.
abstract class OpenAlerts {
    static final Instant NOW = SampleJobs.NOW;
    static final Instant LATER = NOW.plusSeconds(3_600);
    static final WebhookUrl URL = new WebhookUrl("https://hooks.example.in/rozgar?k=1");
    static final Secret SECRET = Secret.of(new byte[32]);

    /// The same store, by what it can do.
    public record Store(Transactions transactions, Alerts alerts, Deliveries deliveries, SearchTurns turns) {}

    protected abstract Store store();

    final Keeper company() {
        return make(space -> {
            var id = space.companies().nextId();
            space.companies().save(SampleCompanies.plain(id));
            return new Keeper.OfCompany(id);
        });
    }

    final Keeper candidate() {
        return make(space -> {
            var id = space.hiring().nextCandidate();
            var phone = new PhoneNumber("+9198" + String.format("%08d", id.value() % 100_000_000));
            space.hiring().add(new Candidate(id, "Ravi", phone, Optional.of(NOW), Optional.empty()));
            return new Keeper.OfCandidate(id);
        });
    }

    final Keeper partner() {
        return make(space ->
                new Keeper.OfPartner("key:" + space.alerts().nextSearch().value()));
    }

    final SavedSearch search(Keeper keeper) {
        return search(keeper, "Riders in Pune");
    }

    final SavedSearch search(Keeper keeper, String name) {
        return make(space -> {
            var search = new SavedSearch(
                    space.alerts().nextSearch(), keeper, name, "q=rider&near=18.52,73.86", Scope.NEW, NOW);
            space.alerts().add(search);
            return search;
        });
    }

    /// As it is stored.
    final Webhook webhook(Keeper keeper, EventType... events) {
        var id = make(space -> {
            var webhook =
                    new Webhook(space.alerts().nextWebhook(), keeper, URL, Set.of(events), Optional.empty(), 0, NOW);
            space.alerts().add(webhook, SECRET);
            return webhook.id();
        });
        return store().alerts().webhook(id).orElseThrow();
    }

    final Webhook stopped(Webhook webhook) {
        change(desk -> desk.save(new Webhook(
                webhook.id(),
                webhook.keeper(),
                webhook.url(),
                webhook.events(),
                Optional.of("gone"),
                webhook.version(),
                webhook.createdAt())));
        return store().alerts().webhook(webhook.id()).orElseThrow();
    }

    final void change(Consumer<AlertDesk> work) {
        boolean _ = make(space -> {
            work.accept(space.alerts());
            return true;
        });
    }

    final <R> R make(Function<Workspace, R> work) {
        return Scene.done(store().transactions().run(Terms.usual(), space -> Answer.Done.accepted(work.apply(space))));
    }
}
