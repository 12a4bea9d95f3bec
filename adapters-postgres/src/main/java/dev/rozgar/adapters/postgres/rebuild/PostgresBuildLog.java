package dev.rozgar.adapters.postgres.rebuild;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.End;
import dev.rozgar.application.rebuild.Build.Holder;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Plan;
import dev.rozgar.application.rebuild.Build.Position;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.BuildLog;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The table `index_build`, in which at most one row has not ended, and the flag in the one row that every claim reads.
/// Each step is one statement, so flag and row say the same.
public final class PostgresBuildLog implements BuildLog {
    private static final String COLUMNS = """
            number, purpose, index_name, fingerprint, force, rate, fields, after_id, written, refused, total, owner,
            started, resumed, done_then, heartbeat, ended, outcome, remarks
            """;

    private static final String UNDER_WAY_ROW = "select " + COLUMNS + " from index_build where ended is null";

    private static final String LATEST = "select " + COLUMNS + " from index_build order by number desc limit 1";

    private static final String BEGIN = """
            with begun as (
                insert into index_build (purpose, index_name, fingerprint, force, rate, fields, total, owner)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing returning *),
            told as (update index_state set building = begun.purpose <> 'BACK_FILL' from begun)
            select %s from begun
            """.formatted(COLUMNS);

    private static final String TAKE_UP = """
            with taken as (
                update index_build set
                    force = ?, rate = ?, total = ?, owner = ?,
                    resumed = clock_timestamp(), done_then = written + refused, heartbeat = clock_timestamp()
                where number = ? and ended is null and owner = ? returning *)
            select %s from taken
            """.formatted(COLUMNS);

    private static final String ADVANCE = """
            with advanced as (
                update index_build set
                    after_id = ?, written = ?, refused = ?, refused_ids = refused_ids || ?, heartbeat = clock_timestamp()
                where number = ? and ended is null and owner = ? returning *)
            select %s from advanced
            """.formatted(COLUMNS);

    private static final String END = "select " + COLUMNS + " from end_build(?, ?, ?, ?)";

    private final PostgresPool pool;

    public PostgresBuildLog(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Build> underWay() {
        return pool.run(UNDER_WAY_ROW, PostgresBuildLog::build);
    }

    @Override
    public Optional<Build> latest() {
        return pool.run(LATEST, PostgresBuildLog::build);
    }

    @Override
    public Build begin(Plan plan, long total, String owner) {
        return pool.run(BEGIN, statement -> {
                    statement.setString(1, plan.purpose().name());
                    statement.setString(2, plan.index());
                    statement.setString(3, plan.fingerprint());
                    statement.setBoolean(4, plan.force());
                    statement.setInt(5, plan.rate());
                    texts(statement, 6, plan.fields());
                    statement.setLong(7, total);
                    statement.setString(8, owner);
                    return build(statement);
                })
                .orElseThrow(() -> PortFailure.conflict(UNDER_WAY, "another index is being built", null));
    }

    @Override
    public Build takeUp(Build left, Plan plan, long total, String owner) {
        return pool.run(TAKE_UP, statement -> {
                    statement.setBoolean(1, plan.force());
                    statement.setInt(2, plan.rate());
                    statement.setLong(3, total);
                    statement.setString(4, owner);
                    return mine(statement, 5, left);
                })
                .orElseThrow(() -> takenOver(left));
    }

    @Override
    public Build advance(Build build, Position position, Collection<Long> refused) {
        return pool.run(ADVANCE, statement -> {
                    statement.setLong(1, position.after());
                    statement.setLong(2, position.written());
                    statement.setLong(3, position.refused());
                    Long[] ids = refused.toArray(Long[]::new);
                    statement.setArray(4, statement.getConnection().createArrayOf("bigint", ids));
                    return mine(statement, 5, build);
                })
                .orElseThrow(() -> takenOver(build));
    }

    @Override
    public Build end(Build build, Outcome outcome, List<String> remarks) {
        return pool.run(END, statement -> {
                    statement.setString(3, outcome.name());
                    texts(statement, 4, remarks);
                    return mine(statement, 1, build);
                })
                .orElseThrow(() -> takenOver(build));
    }

    @Override
    public void retire(String live) {
        pool.run("select retire_index(?)", statement -> {
            statement.setString(1, live);
            return statement.execute();
        });
    }

    @Override
    public boolean isRetired(String index) {
        return pool.run("select from index_retired where index_name = ?", statement -> {
            statement.setString(1, index);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    private static PortFailure takenOver(Build build) {
        return PortFailure.conflict(
                TAKEN_OVER, "build " + build.number() + " has ended, or another process goes on with it", null);
    }

    private static Optional<Build> mine(PreparedStatement statement, int first, Build build) throws SQLException {
        statement.setLong(first, build.number());
        statement.setString(first + 1, build.holder().owner());
        return build(statement);
    }

    private static void texts(PreparedStatement statement, int place, List<String> texts) throws SQLException {
        statement.setArray(place, statement.getConnection().createArrayOf("text", texts.toArray(String[]::new)));
    }

    private static Optional<Build> build(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    private static Build read(ResultSet row) throws SQLException {
        Plan plan = new Plan(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("index_name"),
                row.getString("fingerprint"),
                row.getBoolean("force"),
                row.getInt("rate"),
                texts(row, "fields"));
        Position position = new Position(
                row.getLong("after_id"), row.getLong("written"), row.getLong("refused"), row.getLong("total"));
        Holder holder = new Holder(
                row.getString("owner"),
                moment(row, "started"),
                moment(row, "resumed"),
                row.getLong("done_then"),
                moment(row, "heartbeat"));
        String outcome = row.getString("outcome");
        Optional<End> end = outcome == null
                ? Optional.empty()
                : Optional.of(new End(Outcome.valueOf(outcome), moment(row, "ended"), texts(row, "remarks")));
        return new Build(row.getLong("number"), plan, position, holder, end);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
