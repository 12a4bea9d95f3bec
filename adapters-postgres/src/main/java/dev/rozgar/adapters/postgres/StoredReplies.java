package dev.rozgar.adapters.postgres;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.StoredReply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Replies of requests with a key, kept for a day.
///
/// While a request is under way, its transaction holds an advisory lock of owner and key; whoever comes meanwhile does
/// not wait. The lock is given back after the reply is to be seen, so whoever gets it sees the reply.
final class StoredReplies {
    private static final String BEGIN = """
            select begin_attempt(?, ?);
            select status, location, etag, body, fingerprint from stored_reply
            where owner = ? and key = ? and at > statement_timestamp() - interval '24 hours'
            """;

    /// Over a reply that is a day old and was not purged yet.
    private static final String KEEP = """
            insert into stored_reply (owner, key, fingerprint, status, location, etag, body)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (owner, key) do update set
                fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                etag = excluded.etag, body = excluded.body, at = excluded.at
            """;

    private static final String AMEND = "update stored_reply set status = ?, body = ? where owner = ? and key = ?";

    private static final String PURGE = "select purge_stored_replies(?)";

    private StoredReplies() {}

    /// To be called first of all.
    ///
    /// @return what an earlier request with this key was answered
    /// @throws PortFailure `IDEMPOTENCY_KEY_IN_FLIGHT`, `IDEMPOTENCY_KEY_REUSED`
    static Optional<StoredReply> begin(Reads reads, Attempt<?> attempt) {
        Optional<Kept> kept =
                reads.first(BEGIN, Kept::read, attempt.owner(), attempt.key(), attempt.owner(), attempt.key());
        if (kept.isPresent() && !kept.get().fingerprint().equals(attempt.fingerprint())) {
            throw PortFailure.conflict("IDEMPOTENCY_KEY_REUSED", "the key belongs to another request", null);
        }
        return kept.map(Kept::reply);
    }

    static void keep(Attempt<?> attempt, StoredReply reply, Writes writes) {
        writes.add(
                KEEP,
                attempt.owner(),
                attempt.key(),
                attempt.fingerprint(),
                reply.status(),
                reply.location(),
                reply.etag(),
                reply.body());
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
    static int purge(PostgresPool pool, int most) {
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
            return new Kept(reply, row.getString("fingerprint"));
        }
    }
}
