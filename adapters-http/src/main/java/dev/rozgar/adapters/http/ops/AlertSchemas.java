package dev.rozgar.adapters.http.ops;

import dev.rozgar.adapters.http.alerts.SearchRoutes;
import dev.rozgar.adapters.http.alerts.SearchViews;
import dev.rozgar.adapters.http.alerts.WebhookRoutes;
import dev.rozgar.adapters.http.alerts.WebhookViews;
import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.json.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/// The shapes of saved searches, of webhooks, and of the events that they are told.
final class AlertSchemas {
    private AlertSchemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("SaveSearch", saveSearch());
        all.put("ManagedSearch", JsonSchemas.of(Shape.of(SearchViews.Search.class)));
        all.put("SearchReceipt", JsonSchemas.of(Shape.of(SearchViews.Search.class)));
        all.put("SearchPage", JsonSchemas.of(Shape.of(SearchViews.Searches.class)));
        all.put("FoundPage", JsonSchemas.of(Shape.of(SearchViews.FoundPage.class)));
        all.put("EditWebhook", Schemas.closed(WebhookRoutes.BODY));
        all.put("ManagedWebhook", JsonSchemas.of(Shape.of(WebhookViews.Kept.class)));
        all.put("WebhookReceipt", receipt());
        all.put("WebhookPage", JsonSchemas.of(Shape.of(WebhookViews.Webhooks.class)));
        all.put("RotatedSecret", JsonSchemas.of(Shape.of(WebhookViews.Rotated.class)));
        all.put("DeliveryPage", JsonSchemas.of(Shape.of(WebhookViews.DeliveryPage.class)));
        all.put("ReplayedDelivery", JsonSchemas.of(Shape.of(WebhookViews.Replayed.class)));
        all.putAll(WebhookEvents.schemas());
        return all;
    }

    private static Map<String, Object> saveSearch() {
        Map<String, Object> body = Schemas.closed(SearchRoutes.BODY);
        body.put(
                "description",
                "query: as behind the question mark of GET /api/jobs, filters alone; relative times are counted from"
                        + " whenever it is looked for. scope NEW (if none is given): jobs published after it was saved;"
                        + " CHANGED: older ones too once they are changed.");
        return body;
    }

    private static Map<String, Object> receipt() {
        Map<String, Object> receipt = JsonSchemas.of(Shape.of(WebhookViews.Receipt.class));
        receipt.put(
                "description",
                "secret is told once, to whoever has added the webhook: a request repeated under its Idempotency-Key is"
                        + " answered without it.");
        return receipt;
    }
}
