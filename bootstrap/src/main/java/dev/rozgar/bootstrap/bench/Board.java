package dev.rozgar.bootstrap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/// The database behind the service, looked at and tidied directly: the service must not know that it is being measured.
final class Board {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final List<String> WRITTEN = List.of(
            "job", "job_location", "job_shift", "job_skill", "job_language", "index_ledger", "charge", "transition");

    private final DataSource pool;

    Board(DataSource pool) {
        this.pool = pool;
    }

    /// Such as `18.6`.
    String version() {
        String said = text("show server_version");
        int space = said.indexOf(' ');
        return space < 0 ? said : said.substring(0, space);
    }

    /// Jobs that a list shows now.
    long shownJobs() {
        return number("select count(*) from job where listed and published_at <= now() and expires_at > now()");
    }

    /// A company whose jobs are published as soon as they are posted.
    long verifiedCompany() {
        return number("select coalesce(min(id), 0) from company where state = 'VERIFIED' and listed");
    }

    long occupation() {
        return number("select coalesce(min(id), 0) from occupation");
    }

    /// Deletes the jobs that bear this source, with all that belongs to them.
    void deletePosted(String source) {
        try (Connection connection = pool.getConnection();
                PreparedStatement charges = connection.prepareStatement(
                        "delete from charge where job_id in (select id from job where source = ?)");
                PreparedStatement jobs = connection.prepareStatement("delete from job where source = ?")) {
            charges.setString(1, source);
            charges.executeUpdate();
            jobs.setString(1, source);
            jobs.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the posted jobs cannot be deleted", failure);
        }
    }

    /// Waits until the index owes nothing.
    void awaitNoDebt() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number("select count(*) from index_ledger where wanted > indexed") > 0) {
            if (System.nanoTime() > end) throw new IllegalStateException("the index still owes, after " + PATIENCE);
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        }
    }

    /// Removes what deleted rows left behind, which would slow down the next round and no other.
    void vacuum() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : WRITTEN) statement.execute("vacuum (analyze) " + table);
        } catch (SQLException failure) {
            throw new IllegalStateException("vacuum failed", failure);
        }
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) throw new IllegalStateException("no row: " + sql);
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }
}
