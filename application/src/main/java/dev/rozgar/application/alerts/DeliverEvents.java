package dev.rozgar.application.alerts;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Sends webhooks what is due to them; on any number of nodes.
///
/// | it dies … | what the receiver sees | who repairs |
/// |---|---|---|
/// | before it has sent | nothing | whoever claims it after the lease |
/// | between the answer and its booking | the event, and once more | nobody: the `webhook-id` is the same |
public final class DeliverEvents {
    private static final System.Logger LOG = System.getLogger(DeliverEvents.class.getName());
    /// At the same time.
    private static final int MOST = 50;
    /// Of one webhook.
    private static final int EACH = 4;
    /// Longer than so many tries may take, one after the other.
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Deliveries deliveries;
    private final WebhookSender sender;
    private final Clock clock;

    public DeliverEvents(Deliveries deliveries, WebhookSender sender, Clock clock) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.clock = clock;
    }

    /// Sends what is due and waits for all of it: to several webhooks at the same time, to one in the order of the
    /// events, unless one of them has to be sent again.
    ///
    /// @return how many were tried
    public int step() {
        List<Due> due = deliveries.claim(MOST, EACH, LEASE, clock.instant());
        if (due.isEmpty()) return 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.stream()
                    .collect(Collectors.groupingBy(Due::webhook, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(events -> threads.submit(() -> events.forEach(this::deliver)));
        }
        return due.size();
    }

    private void deliver(Due due) {
        if (Thread.currentThread().isInterrupted()) return;
        try {
            Outcome outcome = sender.send(due, clock.instant());
            // Cut off by our own end: that tells nothing of the receiver.
            if (Thread.currentThread().isInterrupted()) return;
            var now = clock.instant();
            deliveries.settle(due, outcome, due.state().on(outcome, now), stop(outcome), now);
        } catch (PortFailure failure) {
            // The lease runs out, and it is sent again under the same id.
            LOG.log(Level.WARNING, "what became of event {0} was not written: {1}", due.id(), failure.getMessage());
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "event " + due.id() + " was not delivered", defect);
        }
    }

    private static Optional<String> stop(Outcome outcome) {
        return outcome instanceof Outcome.NotTaken failed && failed.isGone()
                ? Optional.of("The receiver has answered 410: it wants nothing more.")
                : Optional.empty();
    }
}
