package dev.rozgar.application.change;

import dev.rozgar.application.alerts.Deliveries;
import dev.rozgar.application.change.Memory.Hook;
import dev.rozgar.application.change.Memory.Sent;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.DeliveryState.Pending;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Events that only searches make.
record MemoryDeliveries(InMemoryTransactions transactions) implements Deliveries {
    private static final int MOST_TRIES = 8;
    private static final Comparator<Due> WAITING_LONGEST = Comparator.<Due, Instant>comparing(
                    due -> due.state().dueAt())
            .thenComparingLong(due -> due.id().value());

    @Override
    public List<Due> claim(int most, int each, Duration lease, Instant now) {
        return transactions.alter(rows -> {
            var claimed = rows.webhooks.values().stream()
                    .filter(hook -> hook.webhook().kind() == Webhook.Kind.ACTIVE)
                    .flatMap(hook -> due(rows, hook, each, now))
                    .sorted(WAITING_LONGEST)
                    .limit(most)
                    .toList();
            claimed.forEach(due -> rows.deliveries.computeIfPresent(
                    due.id(), (_, sent) -> new Sent(sent.webhook(), sent.delivery(), Optional.of(now.plus(lease)))));
            return claimed;
        });
    }

    private static Stream<Due> due(Memory rows, Hook hook, int each, Instant now) {
        var id = hook.webhook().id();
        long held = of(rows, id).filter(sent -> isClaimed(sent, now)).count();
        return of(rows, id)
                .filter(sent -> !isClaimed(sent, now))
                .flatMap(sent -> due(hook, sent.delivery(), now).stream())
                .filter(due -> !due.state().dueAt().isAfter(now))
                .sorted(WAITING_LONGEST)
                .limit(Math.max(0, each - held));
    }

    private static Stream<Sent> of(Memory rows, WebhookId webhook) {
        return rows.deliveries.values().stream().filter(sent -> sent.webhook().equals(webhook));
    }

    private static boolean isClaimed(Sent sent, Instant now) {
        return sent.claimed().filter(until -> until.isAfter(now)).isPresent();
    }

    private static Optional<Due> due(Hook hook, Delivery sent, Instant now) {
        int signing = hook.until().isAfter(now) ? 2 : 1;
        var secrets = hook.secrets().stream().limit(signing).toList();
        return sent.state() instanceof Pending pending
                ? Optional.of(new Due(
                        sent.id(),
                        hook.webhook().id(),
                        hook.webhook().url(),
                        secrets,
                        sent.event(),
                        sent.body(),
                        pending))
                : Optional.empty();
    }

    @Override
    public void settle(Due due, Outcome outcome, DeliveryState state, Optional<String> stop, Instant now) {
        boolean _ = transactions.alter(rows -> {
            var sent = rows.deliveries.get(due.id());
            if (sent == null || !sent.delivery().state().equals(due.state())) return false;
            var tries = new ArrayList<>(sent.delivery().tries());
            tries.add(attempt(outcome, now));
            int forgotten = Math.max(0, tries.size() - MOST_TRIES);
            rows.deliveries.put(due.id(), free(sent, state, tries.subList(forgotten, tries.size())));
            stop.ifPresent(why -> rows.webhooks.computeIfPresent(due.webhook(), (_, hook) -> stopped(hook, why)));
            return true;
        });
    }

    private static Try attempt(Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Taken(int status) -> new Try(Millis.of(now), Optional.of(status), Optional.empty());
            case Outcome.NotTaken(var status, String why) -> new Try(Millis.of(now), status, Optional.of(why));
        };
    }

    private static Sent free(Sent sent, DeliveryState state, List<Try> tries) {
        var given = sent.delivery();
        var next = new Delivery(given.id(), given.event(), given.madeAt(), given.body(), state, tries);
        return new Sent(sent.webhook(), next, Optional.empty());
    }

    private static Hook stopped(Hook hook, String why) {
        var webhook = hook.webhook();
        if (webhook.stopped().isPresent()) return hook;
        var next = new Webhook(
                webhook.id(),
                webhook.keeper(),
                webhook.url(),
                webhook.events(),
                Optional.of(why),
                webhook.version() + 1,
                webhook.createdAt());
        return new Hook(next, hook.secrets(), hook.until());
    }

    @Override
    public List<Delivery> of(WebhookId webhook, long before, int most) {
        return of(transactions.stored(), webhook)
                .map(Sent::delivery)
                .filter(sent -> before == 0 || sent.id().value() < before)
                .sorted(Comparator.<Delivery>comparingLong(sent -> sent.id().value())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public boolean replay(WebhookId webhook, DeliveryId id, Instant now) {
        return transactions.alter(rows -> {
            var sent = Optional.ofNullable(rows.deliveries.get(id))
                    .filter(found -> found.webhook().equals(webhook));
            sent.ifPresent(found -> rows.deliveries.put(
                    id,
                    free(
                            found,
                            found.delivery().state().replayed(now),
                            found.delivery().tries())));
            return sent.isPresent();
        });
    }

    @Override
    public int forget(Instant before, int most) {
        return transactions.alter(rows -> {
            var over = rows.deliveries.values().stream()
                    .map(Sent::delivery)
                    .filter(sent -> !(sent.state() instanceof Pending))
                    .filter(sent -> sent.madeAt().isBefore(before))
                    .sorted(Comparator.comparing(Delivery::madeAt))
                    .limit(most)
                    .toList();
            over.forEach(sent -> rows.deliveries.remove(sent.id()));
            return over.size();
        });
    }

    @Override
    public Backlog backlog() {
        var rows = transactions.stored();
        var waiting = rows.deliveries.values().stream()
                .filter(sent -> Objects.requireNonNull(rows.webhooks.get(sent.webhook()))
                                .webhook()
                                .kind()
                        == Webhook.Kind.ACTIVE)
                .map(Sent::delivery)
                .filter(sent -> sent.state() instanceof Pending)
                .map(Delivery::madeAt)
                .sorted()
                .toList();
        return new Backlog(waiting.size(), waiting.stream().findFirst());
    }
}
