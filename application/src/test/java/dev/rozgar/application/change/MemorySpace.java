package dev.rozgar.application.change;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.ConsistencyToken.Kind;
import dev.rozgar.application.change.ConsistencyToken.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// One transaction on a copy of the memory. It insists on what a database cannot forgive: nothing is read after the
/// first write, and a line of the log is about something that is locked or new.
final class MemorySpace implements Workspace {
    final Memory rows;
    private final AtomicLong ids;
    private final Set<Subject> held = new HashSet<>();
    private final List<Part> changed = new ArrayList<>();
    private boolean writing;

    MemorySpace(Memory rows, AtomicLong ids) {
        this.rows = rows;
        this.ids = ids;
    }

    @Override
    public CompanyDesk companies() {
        return new MemoryCompanyDesk(this);
    }

    @Override
    public JobDesk jobs() {
        return new MemoryJobDesk(this);
    }

    @Override
    public HiringDesk hiring() {
        return new MemoryHiringDesk(this);
    }

    @Override
    public BillingDesk billing() {
        return new MemoryBillingDesk(this);
    }

    @Override
    public AlertDesk alerts() {
        return new MemoryAlertDesk(this);
    }

    @Override
    public void claimAttempt() {
        // Looked for before the work begins.
    }

    @Override
    public Transition log(Transition line) {
        if (!held.contains(line.subject())) {
            throw new AssertionError("a line about " + line.subject() + ", which is neither locked nor new");
        }
        write();
        long last = rows.log.stream()
                .filter(before -> before.subject().equals(line.subject()))
                .count();
        var numbered = new Transition(
                line.subject(),
                last + 1,
                line.move(),
                line.from(),
                line.to(),
                line.reason(),
                line.actor(),
                line.version(),
                line.at());
        rows.log.add(numbered);
        return numbered;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    Memory read() {
        if (writing) throw new AssertionError("a read after a write does not see it");
        return rows;
    }

    Memory write() {
        writing = true;
        return rows;
    }

    void hold(Subject.Kind kind, long id) {
        held.add(new Subject(kind, id));
    }

    /// In memory the version of a thing counts its changes.
    void changed(Kind kind, long id, long version) {
        changed.add(new Part(kind, id, version + 1));
    }

    Optional<ConsistencyToken> token() {
        return changed.isEmpty() ? Optional.empty() : Optional.of(new ConsistencyToken(1, changed));
    }

    /// The stored version must be the one that was read.
    Memory writeOver(long stored, long given) {
        require(stored == given, "STALE_VERSION");
        return write();
    }

    static void require(boolean holds, String code) {
        if (!holds) throw PortFailure.conflict(code, "refused in memory", null);
    }
}
