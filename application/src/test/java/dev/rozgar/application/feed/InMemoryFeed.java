package dev.rozgar.application.feed;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.OneOf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A feed in memory, of jobs that have a region and a company.
public final class InMemoryFeed implements ChangeFeed {
    private final Map<Long, Listed> listed = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private FeedCursor forgotten = new FeedCursor(1, 0, 0);
    private Instant forgottenMade = Instant.MIN;
    private long numbered;

    /// How often it was asked whether there is anything new, and for a page.
    public volatile int looks;

    public volatile int pages;
    public volatile @Nullable RuntimeException failure;

    /// A job as it is listed.
    public record Listed(Document document, String region, long company, Instant until) {
        Document kept() {
            return Document.of(("{\"company\":{\"id\":" + company + "},\"locations\":[{\"locality\":null,\"region\":\""
                            + region + "\",\"country\":\"IN\",\"place_id\":null}],\"occupation\":null}")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Entry(
            FeedCursor cursor,
            Instant at,
            long id,
            @Nullable Listed before,
            @Nullable String reason) {}

    /// What was noted of one job.
    private static final class Noted {
        Instant at = Instant.MIN;

        @Nullable
        String reason;

        @Nullable
        Listed before;
    }

    public synchronized void put(long id, Listed job) {
        note(id, listed.put(id, job), null);
    }

    public synchronized void remove(long id, String reason) {
        note(id, listed.remove(id), reason);
    }

    private void note(long id, @Nullable Listed before, @Nullable String reason) {
        numbered++;
        entries.add(new Entry(new FeedCursor(1, numbered, 1), Instant.now(), id, before, reason));
    }

    @Override
    public synchronized FeedCursor end() {
        return new FeedCursor(1, numbered + 1, 0);
    }

    @Override
    public synchronized Optional<FeedCursor> since(Instant moment) {
        if (!moment.isAfter(forgottenMade)) return Optional.empty();
        return Optional.of(entries.stream()
                .filter(entry -> !entry.at().isBefore(moment))
                .findFirst()
                .map(entry -> new FeedCursor(1, entry.cursor().transaction(), 0))
                .orElseGet(this::end));
    }

    @Override
    public Optional<FeedCursor> beforeWhatTheIndexLacks() {
        return Optional.of(end());
    }

    @Override
    public synchronized Optional<ChangePage> after(FeedCursor cursor, ChangeFilter filter, int most, Instant now) {
        pages++;
        RuntimeException told = failure;
        if (told != null) throw told;
        boolean future = cursor.transaction() > numbered + 1;
        if (cursor.epoch() != 1 || cursor.compareTo(forgotten) < 0 || future) return Optional.empty();
        Map<Long, Noted> jobs = new LinkedHashMap<>();
        FeedCursor next = cursor;
        for (Entry entry : entries) {
            if (entry.cursor().compareTo(cursor) <= 0) continue;
            Map<Long, Noted> more = new LinkedHashMap<>(jobs);
            note(more.computeIfAbsent(entry.id(), _ -> new Noted()), entry, filter);
            if (changes(more, filter, now).size() > most)
                return Optional.of(new ChangePage(changes(jobs, filter, now), next, true));
            jobs = more;
            next = entry.cursor();
        }
        return Optional.of(new ChangePage(changes(jobs, filter, now), next, false));
    }

    @Override
    public Optional<ListedJobs> listedAfter(FeedCursor cursor, int most, Instant now) {
        return after(cursor, ChangeFilter.NONE, most, now)
                .map(page -> new ListedJobs(
                        page.changes().stream()
                                .filter(Change.Upsert.class::isInstance)
                                .map(Change::id)
                                .toList(),
                        page.next(),
                        page.more()));
    }

    private static void note(Noted job, Entry entry, ChangeFilter filter) {
        job.at = entry.at();
        if (entry.reason() != null) job.reason = entry.reason();
        Listed before = entry.before();
        if (before != null && matches(before, filter)) job.before = before;
    }

    private List<Change> changes(Map<Long, Noted> jobs, ChangeFilter filter, Instant now) {
        List<Change> changes = new ArrayList<>();
        jobs.forEach((id, noted) -> {
            Optional<Listed> shown = Optional.ofNullable(listed.get(id))
                    .filter(job -> job.until().isAfter(now));
            Optional<Listed> told = shown.filter(job -> matches(job, filter));
            Listed before = noted.before;
            String reason = shown.isPresent() || noted.reason == null ? "CHANGED" : noted.reason;
            if (told.isPresent())
                changes.add(new Change.Upsert(id, noted.at, told.get().document()));
            else if (before != null) changes.add(new Change.Remove(id, noted.at, reason, before.kept()));
        });
        return changes;
    }

    private static boolean matches(Listed job, ChangeFilter filter) {
        return filter.filters().stream()
                .allMatch(one -> has(job, ChangeFilter.values(one)) != one instanceof Filter.Not);
    }

    private static boolean has(Listed job, OneOf any) {
        String value = switch (any.field().path()) {
            case "locations.region" -> job.region();
            case "locations.country" -> "IN";
            case "company.id" -> Long.toString(job.company());
            default -> "";
        };
        return any.values().stream()
                .map(one -> one.text())
                .collect(Collectors.toSet())
                .contains(value);
    }

    @Override
    public synchronized FeedCursor newest() {
        looks++;
        RuntimeException told = failure;
        if (told != null) throw told;
        return entries.isEmpty() ? forgotten : entries.getLast().cursor();
    }

    @Override
    public synchronized int forget(Instant before, int most) {
        int n = 0;
        while (n < most && !entries.isEmpty() && entries.getFirst().at().isBefore(before)) {
            Entry gone = entries.removeFirst();
            forgotten = gone.cursor();
            forgottenMade = gone.at();
            n++;
        }
        return n;
    }
}
