package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.rebuild.ListedJobs;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A ledger with its jobs in memory; [#change] and [#hide] are the writers, and time passes by [#pass].
public final class InMemoryLedger implements IndexLedger, ListedJobs {
    private static final long NEVER = Long.MAX_VALUE;

    private final TreeMap<Long, String> listed = new TreeMap<>();
    private final Map<Long, Debt> debts = new HashMap<>();
    private final Map<String, Retired> retired = new HashMap<>();
    private long clock;
    private final InMemoryVersions versions = new InMemoryVersions(ids -> ids.forEach(this::owe));
    private long passed;
    private boolean down;
    private boolean building;

    /// @param due in nanoseconds since the beginning, [#NEVER] if set aside
    /// @param made when the debt was made, counted in changes
    /// @param since when the debt was made, in nanoseconds since the beginning
    /// @param version of the latest claim
    private record Debt(long wanted, long indexed, long due, int tries, long made, long since, long version) {
        static final Debt NONE = new Debt(0, 0, 0, 0, 0, 0, 0);

        boolean isOwed() {
            return wanted > indexed;
        }

        Debt dueAt(long moment) {
            return new Debt(wanted, indexed, moment, tries, made, since, version);
        }
    }

    /// Whether nothing answers at all.
    public synchronized void unplug(boolean out) {
        down = out;
    }

    /// Time passes.
    public synchronized void pass(Duration time) {
        passed += time.toNanos();
    }

    @Override
    public InMemoryVersions versions() {
        return versions;
    }

    /// @param floor   versions from here on were written to another index alone
    /// @param pending what was owed when the index was live for the last time
    private record Retired(long floor, Set<Long> pending) {}

    public synchronized void change(long id, String text) {
        listed.put(id, text);
        owe(id);
    }

    public synchronized void hide(long id) {
        listed.remove(id);
        owe(id);
    }

    /// The number of the newest change of a job.
    public synchronized long wanted(long id) {
        return debts.getOrDefault(id, Debt.NONE).wanted();
    }

    /// Whatever stands in the ledger: the document shall be written once more.
    public synchronized void owe(long id) {
        Debt old = debts.getOrDefault(id, Debt.NONE);
        long made = old.isOwed() ? old.made() : ++clock;
        long since = old.isOwed() ? old.since() : passed;
        debts.put(id, new Debt(old.wanted() + 1, old.indexed(), passed, 0, made, since, old.version()));
    }

    @Override
    public synchronized Map<Long, Long> owed(Collection<Long> ids) {
        Map<Long, Long> owed = new HashMap<>();
        for (long id : ids) {
            Debt debt = debts.get(id);
            if (debt != null && debt.isOwed()) owed.put(id, debt.wanted());
        }
        return owed;
    }

    @Override
    public synchronized Claims claim(int most, Duration lease) {
        if (down) throw PortFailure.unavailable("unplugged", null);
        List<Claim> claims = debts.entrySet().stream()
                .filter(entry -> entry.getValue().isOwed()
                        && entry.getValue().due() != NEVER
                        && entry.getValue().due() <= passed)
                .sorted(Comparator.comparingLong(entry -> entry.getValue().made()))
                .limit(most)
                .map(entry -> claim(entry.getKey(), entry.getValue()))
                .toList();
        claims.forEach(claim -> debts.computeIfPresent(
                claim.id(),
                (_, debt) -> new Debt(
                        debt.wanted(),
                        debt.indexed(),
                        passed + lease.toNanos(),
                        debt.tries(),
                        debt.made(),
                        debt.since(),
                        claim.version())));
        return new Claims(claims, building);
    }

    private Claim claim(long id, Debt debt) {
        return new Claim(id, debt.wanted(), versions.next(), debt.tries(), Duration.ofNanos(passed - debt.since()));
    }

    private void delay(Claim claim, Duration delay) {
        debts.computeIfPresent(
                claim.id(),
                (_, debt) -> debt.wanted() == claim.wanted() && debt.version() == claim.version()
                        ? debt.dueAt(passed + delay.toNanos())
                        : debt);
    }

    @Override
    public synchronized List<IndexEntry> entries(List<Claim> claims) {
        return claims.stream().map(claim -> entry(claim.id(), claim.version())).toList();
    }

    private IndexEntry entry(long id, long underVersion) {
        Optional<Document> document = Optional.ofNullable(listed.get(id))
                .map(text -> Document.of(
                        ("{\"id\":" + id + ",\"title\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)));
        return new IndexEntry(id, underVersion, document);
    }

    @Override
    public synchronized void settle(List<Claim> claims) {
        claims.forEach(claim -> debts.computeIfPresent(
                claim.id(),
                (_, debt) -> claim.wanted() > debt.indexed()
                        ? new Debt(debt.wanted(), claim.wanted(), debt.due(), 0, debt.made(), passed, debt.version())
                        : debt));
    }

    @Override
    public synchronized void postpone(List<Claim> claims, Duration delay) {
        claims.forEach(claim -> delay(claim, delay));
    }

    @Override
    public synchronized void refuse(Claim claim, String reason, int maxTries) {
        debts.computeIfPresent(claim.id(), (_, debt) -> {
            if (debt.wanted() != claim.wanted()) return debt;
            int tries = debt.tries() + 1;
            long due = tries >= maxTries ? NEVER : passed;
            return new Debt(debt.wanted(), debt.indexed(), due, tries, debt.made(), debt.since(), debt.version());
        });
    }

    @Override
    public synchronized Backlog backlog() {
        long due = debts.values().stream()
                .filter(debt -> debt.isOwed() && debt.due() != NEVER)
                .count();
        long aside = debts.values().stream()
                .filter(debt -> debt.isOwed() && debt.due() == NEVER)
                .count();
        return new Backlog(due, Duration.ZERO, aside);
    }

    /// Owes whatever was set aside.
    public synchronized void redrive() {
        List<Long> aside = debts.entrySet().stream()
                .filter(entry -> entry.getValue().due() == NEVER)
                .map(Map.Entry::getKey)
                .toList();
        aside.forEach(this::owe);
    }

    /// As `BuildLog` does.
    public synchronized void retire(String index) {
        long floor = versions.next();
        Set<Long> pending = new HashSet<>();
        debts.forEach((id, debt) -> {
            if (debt.isOwed()) pending.add(id);
        });
        retired.put(index, new Retired(floor, pending));
    }

    public synchronized boolean isRetired(String index) {
        return retired.containsKey(index);
    }

    @Override
    public synchronized List<IndexEntry> of(Collection<Long> ids) {
        return new TreeSet<>(ids).stream().map(id -> entry(id, versions.next())).toList();
    }

    @Override
    public synchronized List<IndexEntry> missedBy(String index, long after, int most) {
        return missed(index).stream()
                .filter(id -> id > after)
                .limit(most)
                .map(id -> entry(id, versions.next()))
                .toList();
    }

    @Override
    public synchronized long missedBy(String index) {
        return missed(index).size();
    }

    private List<Long> missed(String index) {
        Retired since = Objects.requireNonNull(retired.get(index));
        return debts.entrySet().stream()
                .filter(entry -> entry.getValue().isOwed()
                        || entry.getValue().version() >= since.floor()
                        || since.pending().contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public synchronized long mark() {
        return versions.next();
    }

    @Override
    public synchronized Set<Long> unsettled(long mark, Collection<Long> ids) {
        Set<Long> found = new HashSet<>(ids);
        found.removeIf(id -> !isUnsettled(mark, id));
        return found;
    }

    @Override
    public synchronized long unsettled(long mark) {
        return debts.keySet().stream().filter(id -> isUnsettled(mark, id)).count();
    }

    private boolean isUnsettled(long mark, long id) {
        Debt debt = debts.get(id);
        return debt != null && (debt.isOwed() || debt.version() >= mark);
    }

    /// All listed jobs in the order of their ids, whatever is asked for.
    public JobReadModel readModel() {
        return new JobReadModel() {
            @Override
            public DocumentPage search(DocumentQuery query) {
                return DocumentPage.of(
                        query,
                        after(0, query.limit()).stream()
                                .flatMap(entry -> entry.document().stream())
                                .toList(),
                        Optional.empty(),
                        Optional.of(new DocumentPage.Total(count(), true)));
            }

            @Override
            public Optional<Document> find(JobId id, Instant now) {
                return of(List.of(id.value())).getFirst().document();
            }
        };
    }

    /// Whether relays shall write to an index under construction as well.
    public synchronized void building(boolean underConstruction) {
        building = underConstruction;
    }

    @Override
    public synchronized List<IndexEntry> after(long id, int most) {
        return listed.tailMap(id, false).keySet().stream()
                .limit(most)
                .map(next -> entry(next, versions.next()))
                .toList();
    }

    @Override
    public synchronized long count() {
        return listed.size();
    }
}
