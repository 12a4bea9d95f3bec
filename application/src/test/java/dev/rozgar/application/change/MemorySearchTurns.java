package dev.rozgar.application.change;

import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.SearchTurns;
import dev.rozgar.application.change.Memory.Finding;
import dev.rozgar.application.change.Memory.Hook;
import dev.rozgar.application.change.Memory.Round;
import dev.rozgar.application.change.Memory.Sent;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

record MemorySearchTurns(InMemoryTransactions transactions) implements SearchTurns {
    private static final int MOST_OF_AN_EVENT = 100;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public Optional<Turn> claim(Duration lease, Instant now) {
        return transactions.alter(rows -> {
            if (rows.round.leased().filter(until -> until.isAfter(now)).isPresent()) return Optional.empty();
            long holding = rows.round.holding() + 1;
            rows.round = new Round(rows.round.from(), holding, Optional.of(now.plus(lease)));
            return Optional.of(new Turn(rows.round.from(), holding));
        });
    }

    @Override
    public boolean settle(Turn turn, FeedCursor next, List<Match> found, Instant now) {
        return transactions.alter(rows -> {
            if (rows.round.holding() != turn.holding()) return false;
            rows.round = new Round(Optional.of(next), turn.holding() + 1, Optional.empty());
            found.forEach(match -> Optional.ofNullable(rows.searches.get(match.search()))
                    .ifPresent(search -> tell(rows, search, match.jobs(), Millis.of(now))));
            return true;
        });
    }

    private void tell(Memory rows, SavedSearch search, List<JobId> jobs, Instant now) {
        var news = new ArrayList<JobId>();
        for (JobId job : jobs) {
            boolean known = rows.findings.stream()
                    .anyMatch(finding -> finding.search().equals(search.id())
                            && finding.found().job().equals(job));
            if (known) continue;
            news.add(job);
            rows.findings.add(new Finding(search.id(), new Alerts.Found(transactions.nextId(), job, now)));
        }
        for (int i = 0; i < news.size(); i += MOST_OF_AN_EVENT) {
            var some = news.subList(i, Math.min(news.size(), i + MOST_OF_AN_EVENT));
            var body = body(search, some, now);
            listening(rows, search).forEach(hook -> send(rows, hook, body, now));
        }
    }

    private static List<Hook> listening(Memory rows, SavedSearch search) {
        return rows.webhooks.values().stream()
                .filter(hook -> hook.webhook().keeper().equals(search.keeper()))
                .filter(hook -> hook.webhook().kind() == Webhook.Kind.ACTIVE)
                .filter(hook -> hook.webhook().events().contains(EventType.SEARCH_MATCHED))
                .sorted(Comparator.comparingLong(hook -> hook.webhook().id().value()))
                .toList();
    }

    private void send(Memory rows, Hook hook, String body, Instant now) {
        var id = new DeliveryId(transactions.nextId());
        var event = new Delivery(id, EventType.SEARCH_MATCHED, now, body, DeliveryState.at(now), List.of());
        rows.deliveries.put(id, new Sent(hook.webhook().id(), event, Optional.empty()));
    }

    private static String body(SavedSearch search, List<JobId> jobs, Instant now) {
        return "{\"type\":\"search.matched\",\"timestamp\":\"%s\",\"data\":{\"search_id\":%d,\"name\":\"%s\",\"jobs\":%s,\"href\":\"/api/searches/%d/found\"}}"
                .formatted(
                        TIMESTAMP.format(now),
                        search.id().value(),
                        search.name().replace("\\", "\\\\").replace("\"", "\\\""),
                        jobs.stream().map(JobId::value).toList().toString().replace(" ", ""),
                        search.id().value());
    }
}
