package dev.rozgar.adapters.postgres.change;

import dev.rozgar.adapters.postgres.sql.Foreword;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.adapters.postgres.sql.Writes;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.StoredReply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Replies of requests with a key, kept for a day.
///
/// While a request is under way, its transaction holds an advisory lock of owner and key; whoever comes meanwhile does
/// not wait. The lock is given back after the reply is to be seen, so whoever gets it sees the reply.
public final class StoredReplies {
    private static final String BEGIN = """
            select begin_attempt(?, ?);
            select status, location, etag, body, changes, fingerprint from stored_reply
            where owner = ? and key = ? and at > statement_timestamp() - interval '24 hours'""";

    /// Over a reply that is a day old and was not purged yet.
    private static final String KEEP = """
            insert into stored_reply (owner, key, fingerprint, status, location, etag, body, changes)
            values (?, ?, ?, ?, ?, ?, ?, changes_of(?, ?))
            on conflict (owner, key) do update set
                fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                etag = excluded.etag, body = excluded.body, changes = excluded.changes, at = excluded.at
            """;

    private static final String AMEND = "update stored_reply set status = ?, body = ? where owner = ? and key = ?";

    private static final String PURGE = "select purge_stored_replies(?)";

    private StoredReplies() {}

    /// Asked first of all. Ends the work by [AlreadyAnswered] when there is a reply to this key, and by a [PortFailure]
    /// of `IDEMPOTENCY_KEY_IN_FLIGHT` or `IDEMPOTENCY_KEY_REUSED`.
    static Foreword question(Attempt<?> attempt) {
        return new Foreword(BEGIN, List.of(attempt.owner(), attempt.key(), attempt.owner(), attempt.key()), results -> {
            Optional<Kept> kept = results.skip(1).first(Kept::read);
            if (kept.isPresent()) throw answered(kept.get(), attempt);
        });
    }

    private static RuntimeException answered(Kept kept, Attempt<?> attempt) {
        return kept.fingerprint().equals(attempt.fingerprint())
                ? new AlreadyAnswered(kept.reply())
                : PortFailure.conflict("IDEMPOTENCY_KEY_REUSED", "the key belongs to another request", null);
    }

    /// To be the last of the writes: it tells what they have changed.
    static void keep(Attempt<?> attempt, StoredReply reply, Writes writes) {
        writes.add(
                KEEP,
                attempt.owner(),
                attempt.key(),
                attempt.fingerprint(),
                reply.status(),
                reply.location(),
                reply.etag(),
                reply.body(),
                writes.changedJobs(),
                writes.changedCompanies());
    }

    /// Another status and body; everything else stays.
    static void amend(Attempt<?> attempt, StoredReply reply, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AMEND)) {
            statement.setInt(1, reply.status());
            statement.setBytes(2, reply.body());
            statement.setString(3, attempt.owner());
            statement.setString(4, attempt.key());
            statement.executeUpdate();
        }
    }

    /// @return how many were forgotten, at most so many
    public static int purge(PostgresPool pool, int most) {
        return pool.run(PURGE, statement -> {
            statement.setInt(1, most);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    private record Kept(StoredReply reply, String fingerprint) {
        static Kept read(ResultSet row) throws SQLException {
            StoredReply reply = new StoredReply(
                    row.getInt("status"), row.getString("location"), row.getString("etag"), row.getBytes("body"));
            var changes = Optional.ofNullable(row.getString("changes")).map(ConsistencyToken::of);
            return new Kept(reply.with(changes), row.getString("fingerprint"));
        }
    }
}
