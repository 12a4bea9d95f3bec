package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.SharedRow;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.rebuild.ListedJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A ledger with its jobs in memory; [#change], [#hide] and [#rename] are the writers, and time passes by [#pass].
/// All jobs are of one company.
public final class InMemoryLedger implements IndexLedger, ListedJobs, FanOuts {
    private final TreeMap<Long, String> listed = new TreeMap<>();
    private final InMemoryDebts debts = new InMemoryDebts();
    private final InMemoryVersions versions = new InMemoryVersions(ids -> ids.forEach(this::owe));
    private final InMemoryDeadLetters letters = new InMemoryDeadLetters(this, debts, this::owe);
    private long passed;
    private boolean down;
    private boolean building;
    private String company = "Company";
    private Optional<Long> spreadUpTo = Optional.empty();

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
        return debts.of(id).wanted();
    }

    /// All listed jobs show the name; one row says so until they owe it.
    public synchronized void rename(String name) {
        company = name;
        spreadUpTo = Optional.of(0L);
    }

    /// Whatever stands in the ledger: the document shall be written once more.
    public synchronized void owe(long id) {
        owe(id, 0);
    }

    private void owe(long id, int lane) {
        debts.owe(id, lane, passed);
    }

    @Override
    public synchronized Map<Long, Long> owed(Collection<Long> ids) {
        if (down) throw PortFailure.unavailable("unplugged", null);
        return debts.owed(ids);
    }

    @Override
    public synchronized Claims claim(int most, Duration lease) {
        if (down) throw PortFailure.unavailable("unplugged", null);
        List<Claim> claims = claimDue(most, lease);
        boolean spread = spread(most);
        return new Claims(spread && claims.isEmpty() ? claimDue(most, lease) : claims, building);
    }

    private List<Claim> claimDue(int most, Duration lease) {
        int kept = debts.due(1, 1, passed).isEmpty() ? 0 : most / 10;
        List<Long> edits = debts.due(0, most - kept, passed);
        int others = edits.isEmpty() ? most : Math.min(most - edits.size(), Math.max(most / 4, kept));
        List<Claim> claims = Stream.concat(edits.stream(), debts.due(1, others, passed).stream())
                .map(id -> claim(id, debts.of(id)))
                .toList();
        claims.forEach(claim ->
                debts.update(claim.id(), debt -> debt.claimed(passed + lease.toNanos(), claim.version())));
        return claims;
    }

    private boolean spread(int chunk) {
        if (spreadUpTo.isEmpty() || debts.pending(1) >= chunk) return false;
        List<Long> ids = listed.tailMap(spreadUpTo.get(), false).keySet().stream()
                .limit(chunk)
                .toList();
        ids.forEach(id -> owe(id, 1));
        spreadUpTo = ids.size() == chunk ? Optional.of(ids.getLast()) : Optional.empty();
        return true;
    }

    @Override
    public synchronized Optional<Impact> impact(SharedRow row) {
        return row.key().text().equals("1") ? Optional.of(new Impact(listed.size(), progress())) : Optional.empty();
    }

    @Override
    public synchronized Progress progress() {
        long left = spreadUpTo
                .map(done -> (long) listed.tailMap(done, false).size())
                .orElse(0L);
        return new Progress(spreadUpTo.isPresent() ? 1 : 0, debts.pending(1) + left, OptionalDouble.empty());
    }

    private Claim claim(long id, InMemoryDebt debt) {
        return new Claim(id, debt.wanted(), versions.next(), debt.tries(), Duration.ofNanos(passed - debt.since()));
    }

    private void delay(Claim claim, Duration delay) {
        debts.update(
                claim.id(),
                debt -> debt.wanted() == claim.wanted() && debt.version() == claim.version()
                        ? debt.dueAt(passed + delay.toNanos())
                        : debt);
    }

    @Override
    public synchronized List<IndexEntry> entries(List<Claim> claims) {
        return claims.stream().map(claim -> entry(claim.id(), claim.version())).toList();
    }

    /// What a transaction is about to write, under a version taken before.
    synchronized IndexEntry staged(long id, String text) {
        return new IndexEntry(id, versions.next(), Optional.of(document(id, text)));
    }

    /// Listed, and paid in the same moment.
    synchronized void paid(long id, String text) {
        change(id, text);
        debts.update(id, debt -> debt.paid(debt.wanted(), passed));
    }

    /// Owed, and left alone for a while.
    synchronized void intend(Collection<Long> ids, Duration leaveAlone) {
        ids.forEach(id -> {
            owe(id);
            debts.update(id, debt -> debt.dueAt(passed + leaveAlone.toNanos()));
        });
    }

    private IndexEntry entry(long id, long underVersion) {
        Optional<Document> document = Optional.ofNullable(listed.get(id)).map(text -> document(id, text));
        return new IndexEntry(id, underVersion, document);
    }

    private Document document(long id, String text) {
        String json = "{\"id\":" + id + ",\"title\":\"" + text + "\",\"company\":\"" + company + "\"}";
        return Document.of(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void settle(List<Claim> claims) {
        claims.forEach(claim -> debts.update(claim.id(), debt -> debt.paid(claim.wanted(), passed)));
    }

    @Override
    public synchronized void postpone(List<Claim> claims, Duration delay) {
        claims.forEach(claim -> delay(claim, delay));
    }

    @Override
    public synchronized void refuse(Claim claim, String reason, int maxTries) {
        debts.update(claim.id(), debt -> {
            if (debt.wanted() != claim.wanted()) return debt;
            letters.note(claim.id(), reason);
            return debt.refused(debt.tries() + 1 >= maxTries ? InMemoryDebt.NEVER : passed);
        });
    }

    @Override
    public synchronized Backlog backlog() {
        return debts.backlog();
    }

    /// What was set aside.
    public DeadLetters deadLetters() {
        return letters;
    }

    /// What its clock says.
    synchronized Instant now() {
        return Instant.EPOCH.plusNanos(passed);
    }

    /// As `BuildLog` does.
    public synchronized void retire(String index) {
        debts.retire(index, versions.next());
    }

    public synchronized boolean isRetired(String index) {
        return debts.isRetired(index);
    }

    @Override
    public synchronized List<IndexEntry> of(Collection<Long> ids) {
        return new TreeSet<>(ids).stream().map(id -> entry(id, versions.next())).toList();
    }

    @Override
    public synchronized List<IndexEntry> missedBy(String index, long after, int most) {
        return debts.missedBy(index).stream()
                .filter(id -> id > after)
                .limit(most)
                .map(id -> entry(id, versions.next()))
                .toList();
    }

    @Override
    public synchronized long missedBy(String index) {
        return debts.missedBy(index).size();
    }

    @Override
    public synchronized long mark() {
        return versions.next();
    }

    @Override
    public synchronized Set<Long> unsettled(long mark, Collection<Long> ids) {
        Set<Long> found = new HashSet<>(ids);
        found.removeIf(id -> !debts.isUnsettled(mark, id));
        return found;
    }

    @Override
    public synchronized long unsettled(long mark) {
        return debts.unsettled(mark);
    }

    /// All listed jobs in the order of their ids, whatever is asked for.
    public JobReadModel readModel() {
        return new AllListedJobs(this);
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
    public synchronized List<IndexEntry> claimedAfter(long id, int most) {
        return listed.tailMap(id, false).keySet().stream()
                .limit(most)
                .map(next -> entry(next, debts.of(next).version()))
                .toList();
    }

    @Override
    public synchronized long count() {
        return listed.size();
    }
}
