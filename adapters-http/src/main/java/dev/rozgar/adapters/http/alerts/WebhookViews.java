package dev.rozgar.adapters.http.alerts;

import static dev.rozgar.adapters.http.json.Absent.orNull;

import dev.rozgar.adapters.http.delivery.MessageId;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.application.alerts.AddWebhook;
import dev.rozgar.application.alerts.Deliveries;
import dev.rozgar.application.alerts.RotateSecret;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Webhook;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Webhooks and what is sent to them, as their keepers see it. Public inside because JSON-B reads nothing else.
public final class WebhookViews {
    private WebhookViews() {}

    /// @param stopped why nothing is sent to it; missing while it is told of what happens
    @JsonbPropertyOrder({"id", "url", "events", "state", "stopped", "version", "createdAt"})
    public record Kept(
            Long id,
            String url,
            List<String> events,
            Webhook.Kind state,
            @Nullable String stopped,
            Long version,
            OffsetDateTime createdAt) {
        static Kept of(Webhook webhook) {
            return of(webhook, webhook.version());
        }

        static Kept of(Webhook webhook, long version) {
            return new Kept(
                    webhook.id().value(),
                    webhook.url().text(),
                    names(webhook),
                    webhook.kind(),
                    orNull(webhook.stopped(), why -> why),
                    version,
                    Json.moment(webhook.createdAt()));
        }
    }

    /// @param id     missing of one that was only tried
    /// @param secret told once, where there is a new one
    @JsonbPropertyOrder({"id", "url", "events", "state", "version", "createdAt", "secret"})
    public record Receipt(
            @Nullable Long id,
            String url,
            List<String> events,
            Webhook.Kind state,
            Long version,
            OffsetDateTime createdAt,
            @Nullable String secret) {
        static Receipt of(Webhook webhook, long version) {
            return of(webhook, version, null);
        }

        /// What is told whoever has added it, and nobody afterwards.
        static Receipt whole(AddWebhook.Added added, long version) {
            return of(added.webhook(), version, added.secret().text());
        }

        private static Receipt of(Webhook webhook, long version, @Nullable String secret) {
            return new Receipt(
                    webhook.id().value(),
                    webhook.url().text(),
                    names(webhook),
                    webhook.kind(),
                    version,
                    Json.moment(webhook.createdAt()),
                    secret);
        }
    }

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record Webhooks(List<Kept> items, @Nullable String next, Telling.Links links) {}

    /// @param secret               that signs from now on
    /// @param previousSignsUntil   until then the one before signs as well
    @JsonbPropertyOrder({"id", "secret", "previousSignsUntil"})
    public record Rotated(Long id, String secret, OffsetDateTime previousSignsUntil) {
        static Rotated of(RotateSecret.Rotated rotated) {
            return new Rotated(rotated.id().value(), rotated.secret().text(), Json.moment(rotated.until()));
        }
    }

    /// Where an event is on its way.
    public enum Progress {
        PENDING,
        DELIVERED,
        FAILED;

        static Progress of(DeliveryState state) {
            return switch (state) {
                case DeliveryState.Pending _ -> PENDING;
                case DeliveryState.Delivered _ -> DELIVERED;
                case DeliveryState.Failed _ -> FAILED;
            };
        }
    }

    /// @param status that was answered, if anything was
    /// @param why    it was not taken; missing if it was
    @JsonbPropertyOrder({"at", "status", "why"})
    public record Try(
            OffsetDateTime at,
            @Nullable Integer status,
            @Nullable String why) {
        static Try of(Deliveries.Try made) {
            return new Try(
                    Json.moment(made.at()), orNull(made.status(), status -> status), orNull(made.why(), why -> why));
        }
    }

    /// @param id     as in the header `webhook-id`
    /// @param dueAt  no earlier than then it is tried; of one that is pending
    /// @param overAt when it was taken or given up; of one that is not
    /// @param tries  the newest last
    /// @param body   as it is signed and sent, byte for byte
    @JsonbPropertyOrder({"id", "event", "state", "madeAt", "dueAt", "overAt", "tries", "body"})
    public record Delivery(
            String id,
            String event,
            Progress state,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime overAt,
            List<Try> tries,
            String body) {
        static Delivery of(Deliveries.Delivery sent) {
            return new Delivery(
                    MessageId.of(sent.id()),
                    sent.event().text(),
                    Progress.of(sent.state()),
                    Json.moment(sent.madeAt()),
                    orNull(due(sent.state()), Json::moment),
                    orNull(over(sent.state()), Json::moment),
                    sent.tries().stream().map(Try::of).toList(),
                    sent.body());
        }
    }

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record DeliveryPage(
            List<Delivery> items, @Nullable String next, Telling.Links links) {}

    @JsonbPropertyOrder({"id", "state"})
    public record Replayed(String id, Progress state) {
        static Replayed of(DeliveryId id) {
            return new Replayed(MessageId.of(id), Progress.PENDING);
        }
    }

    private static List<String> names(Webhook webhook) {
        return webhook.events().stream().map(EventType::text).sorted().toList();
    }

    private static Optional<Instant> due(DeliveryState state) {
        return state instanceof DeliveryState.Pending(var _, Instant at) ? Optional.of(at) : Optional.empty();
    }

    private static Optional<Instant> over(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Pending _ -> Optional.empty();
            case DeliveryState.Delivered(var _, Instant at) -> Optional.of(at);
            case DeliveryState.Failed(var _, Instant at) -> Optional.of(at);
        };
    }
}
