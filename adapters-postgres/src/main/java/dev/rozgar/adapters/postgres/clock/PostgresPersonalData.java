package dev.rozgar.adapters.postgres.clock;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.clock.PersonalData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Forgetting, done by functions of the database: each call is one statement and one transaction.
public final class PostgresPersonalData implements PersonalData {
    private final PostgresPool pool;

    public PostgresPersonalData(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public int forgetEndedConsents(Instant now, int most) {
        return pool.run("select forget_ended_consents(?, ?)", statement -> {
            statement.setObject(1, moment(now));
            statement.setInt(2, most);
            return count(statement);
        });
    }

    @Override
    public int forgetPastJobs(Instant endedBefore, Instant now, int most) {
        return pool.run("select forget_past_jobs(?, ?, ?)", statement -> {
            statement.setObject(1, moment(endedBefore));
            statement.setObject(2, moment(now));
            statement.setInt(3, most);
            return count(statement);
        });
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int count(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
