package dev.rozgar.adapters.http.alerts;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.adapters.http.delivery.MessageId;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.Keyset;
import dev.rozgar.adapters.http.resource.Preconditions;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.alerts.AddWebhook;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.RemoveWebhook;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import io.helidon.http.Status;
import java.util.List;
import java.util.Set;

/// Addresses that are told of events, their secrets, and what was sent to them.
public final class WebhookRoutes {
    public static final Shape.Members BODY = WebhookBody.shape();

    private final UseCases.Webhooks webhooks;
    private final WebhookTargets targets;

    public WebhookRoutes(HttpApplication application) {
        this.webhooks = application.useCases().webhooks();
        this.targets = application.targets();
    }

    public void register(Routes routes) {
        routes.on(Operation.ADD_WEBHOOK, this::add)
                .on(Operation.LIST_WEBHOOKS, this::list)
                .on(Operation.READ_WEBHOOK, this::read)
                .on(Operation.EDIT_WEBHOOK, this::edit)
                .on(Operation.REMOVE_WEBHOOK, this::remove)
                .on(Operation.ROTATE_SECRET, this::rotate)
                .on(Operation.LIST_DELIVERIES, this::deliveries)
                .on(Operation.REPLAY_DELIVERY, this::replay);
    }

    /// The reply that is kept for an Idempotency-Key is without the secret, which would lie readable beside it for a
    /// day. Whoever has lost the first reply rotates.
    private void add(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        var command = body.as(BODY, WebhookBody.class).toCommand(targets, exchange.caller());
        new Change<AddWebhook.Added>(exchange, wish, body.bytes(), (added, _) -> added(added, receipt(added)))
                .making()
                .tellingOnce((added, _) -> added(added, WebhookViews.Receipt.whole(added, version(added))))
                .perform(terms -> webhooks.add().handle(exchange.caller(), command, terms));
    }

    private void list(Exchange exchange) {
        Keyset page = Keyset.alone(exchange.query());
        List<Webhook> found = Replies.result(webhooks.book().list(exchange.caller(), page.after(), page.most() + 1));
        var slice = page.cut(found, webhook -> webhook.id().value());
        var items = slice.items().stream().map(WebhookViews.Kept::of).toList();
        Replies.privatePage(exchange, slice, links -> new WebhookViews.Webhooks(items, slice.cursor(), links));
    }

    /// A webhook may be stopped under the same version.
    private void read(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        Webhook webhook = Replies.result(webhooks.book().read(exchange.caller(), id(exchange)));
        Replies.dated(exchange, webhook.version(), Json.bytes(WebhookViews.Kept.of(webhook)));
    }

    private void edit(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        var version = Preconditions.required(exchange);
        var command = body.as(BODY, WebhookBody.class).toEdit(id(exchange), version, targets, exchange.caller());
        new Change<Changed<Webhook>>(exchange, wish, body.bytes(), (edited, _) -> edited(edited))
                .perform(terms -> webhooks.edit().handle(exchange.caller(), command, terms));
    }

    private void remove(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        var command = new RemoveWebhook.Command(id(exchange), Preconditions.required(exchange));
        new Change<Webhook>(exchange, wish, new byte[0], (last, _) -> removed(last))
                .perform(terms -> webhooks.remove().handle(exchange.caller(), command, terms));
    }

    /// Asked twice it does so twice, and takes no key: the answer to a key would have to be kept with the secret.
    private void rotate(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        Change.requireNoTerms(exchange);
        var rotated = Replies.result(webhooks.rotate().handle(exchange.caller(), id(exchange), Terms.usual()));
        Replies.secret(exchange, Json.bytes(WebhookViews.Rotated.of(rotated)));
    }

    /// The newest first, so that a cursor leads to what is older than the last one seen.
    private void deliveries(Exchange exchange) {
        Keyset page = Keyset.alone(exchange.query());
        List<Delivery> found = Replies.result(
                webhooks.book().deliveries(exchange.caller(), id(exchange), page.after(), page.most() + 1));
        var slice = page.cut(found, sent -> sent.id().value());
        var items = slice.items().stream().map(WebhookViews.Delivery::of).toList();
        Replies.privatePage(exchange, slice, links -> new WebhookViews.DeliveryPage(items, slice.cursor(), links));
    }

    /// Asked twice before it is sent it is sent once.
    private void replay(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        Change.requireNoTerms(exchange);
        DeliveryId id = MessageId.parse(exchange.place("delivery")).orElseThrow(() -> new Refusal(Problems.missing()));
        DeliveryId replayed = Replies.result(webhooks.book().replay(exchange.caller(), id(exchange), id));
        Replies.unversioned(exchange, Json.bytes(WebhookViews.Replayed.of(replayed)));
    }

    private static WebhookId id(Exchange exchange) {
        return new WebhookId(exchange.id());
    }

    /// What is new has the next version once it is stored.
    private static long version(AddWebhook.Added added) {
        return added.webhook().version() + 1;
    }

    private static WebhookViews.Receipt receipt(AddWebhook.Added added) {
        return WebhookViews.Receipt.of(added.webhook(), version(added));
    }

    private static StoredReply added(AddWebhook.Added added, WebhookViews.Receipt receipt) {
        String location = Paths.WEBHOOKS + '/' + added.webhook().id().value();
        return new StoredReply(
                Status.CREATED_201.code(), location, Preconditions.tag(version(added)), Json.bytes(receipt));
    }

    private static StoredReply edited(Changed<Webhook> edited) {
        var receipt = WebhookViews.Receipt.of(edited.thing(), edited.version());
        return new StoredReply(Status.OK_200.code(), "", Preconditions.tag(edited.version()), Json.bytes(receipt));
    }

    private static StoredReply removed(Webhook last) {
        return new StoredReply(Status.OK_200.code(), "", "", Json.bytes(WebhookViews.Receipt.of(last, last.version())));
    }
}
