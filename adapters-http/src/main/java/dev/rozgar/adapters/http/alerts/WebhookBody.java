package dev.rozgar.adapters.http.alerts;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.adapters.http.delivery.Target;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.alerts.AddWebhook;
import dev.rozgar.application.alerts.EditWebhook;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// An address and what it is to hear of.
///
/// @param url    `https://`, at most 2,000 characters
/// @param events at least one, each once, by the names that events bear
public record WebhookBody(String url, List<String> events) {
    /// With the names of events as codes, so that a wrong one is answered with the legal ones.
    static Shape.Members shape() {
        return Shape.of(WebhookBody.class).with("events", new Shape.Many(new Shape.Code(names())));
    }

    static List<String> names() {
        return Arrays.stream(EventType.values()).map(EventType::text).sorted().toList();
    }

    /// @throws InvalidValues with every fault
    AddWebhook.Command toCommand(WebhookTargets targets, Identity caller) {
        return checked(targets, caller, AddWebhook.Command::new);
    }

    /// @throws InvalidValues with every fault
    EditWebhook.Command toEdit(WebhookId id, OptionalLong version, WebhookTargets targets, Identity caller) {
        return checked(targets, caller, (to, of) -> new EditWebhook.Command(id, to, of, version));
    }

    private interface Making<T> {
        T of(WebhookUrl to, Set<EventType> of);
    }

    private <T> T checked(WebhookTargets targets, Identity caller, Making<T> making) {
        var faults = new Faults();
        var to = faults.required("url", url, text -> reachable(new WebhookUrl(text), targets));
        faults.size("events", events.size(), 1, EventType.values().length);
        faults.distinct("events", events);
        caller.keeper().ifPresent(keeper -> Webhook.noteUnheard(keeper, types(), faults));
        return faults.build(() -> making.of(to.get(), types()));
    }

    /// Of a name nobody can say beforehand where it leads: that is looked at with each event.
    private static WebhookUrl reachable(WebhookUrl url, WebhookTargets targets) {
        Target.of(url).refusal(targets).ifPresent(why -> {
            throw InvalidValues.of("NOT_ALLOWED", why);
        });
        return url;
    }

    /// All names are known: the shape has seen to it.
    private Set<EventType> types() {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (EventType type : EventType.values()) if (events.contains(type.text())) types.add(type);
        return types;
    }
}
