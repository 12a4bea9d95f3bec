package dev.rozgar.adapters.postgres.session;

import dev.rozgar.adapters.postgres.sql.Reads;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The things that one transaction has locked or made, each with the number of its last line in the log. The number
/// comes with the lock, and nobody else can add a line before the lock is given back.
public final class Subjects {
    /// A second statement, so that it sees what was committed while the first waited. The lock lets others insert rows
    /// that refer to the thing.
    private static final String LOCK = """
            select from %s where id = ? for no key update;
            select found.*, log.last_line from (%s) found,
                (select coalesce(max(sequence), 0) as last_line from transition where kind = ? and subject_id = ?) log
            """;

    private final Reads reads;
    private final Map<Subject, Long> lastLines = new HashMap<>();

    Subjects(Reads reads) {
        this.reads = reads;
    }

    /// Locks a thing and reads it in the same round trip.
    ///
    /// @param read a question whose only place is for the id
    public <T> Optional<T> lock(Subject subject, String read, Reads.Row<T> row) {
        long id = subject.id();
        return reads.first(
                LOCK.formatted(table(subject.kind()), read),
                found -> {
                    isLocked(subject, found);
                    return row.read(found);
                },
                id,
                id,
                subject.kind().name(),
                id);
    }

    /// @param found the thing's row, with a column `last_line`
    public void isLocked(Subject subject, ResultSet found) throws SQLException {
        lastLines.put(subject, found.getLong("last_line"));
    }

    /// @param version 0 of a thing that is new
    public void isSaved(Subject subject, long version) {
        if (version == 0) lastLines.put(subject, 0L);
    }

    /// The line with the next number of its subject.
    public Transition number(Transition line) {
        Long last = lastLines.computeIfPresent(line.subject(), (_, number) -> number + 1);
        if (last == null) {
            throw new IllegalStateException("a line about " + line.subject() + ", which is neither locked nor new");
        }
        return new Transition(
                line.subject(),
                last,
                line.move(),
                line.from(),
                line.to(),
                line.reason(),
                line.actor(),
                line.version(),
                line.at());
    }

    private static String table(Subject.Kind kind) {
        return switch (kind) {
            case COMPANY -> "company";
            case JOB -> "job";
            case APPLICATION -> "application";
            case INVOICE -> "invoice";
        };
    }
}
