package dev.rozgar.bootstrap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;

/// The least that a change of a state can be: compare and set a row, insert a line of a log, commit. In tables of its
/// own, without constraints, triggers and indexes but the keys; they are dropped at the end.
final class BareTransaction implements AutoCloseable {
    private static final String SCHEMA = """
            drop schema if exists bench cascade;
            create schema bench;
            create table bench.thing (id bigint primary key, state text not null, version bigint not null);
            create table bench.line (
                id bigint generated always as identity primary key, thing bigint not null, from_state text not null,
                to_state text not null, at timestamptz not null default now());
            """;
    private static final String UPDATE =
            "update bench.thing set state = ?, version = version + 1 where id = ? and state = ?";
    private static final String INSERT = "insert into bench.line (thing, from_state, to_state) values (?, ?, ?)";

    private final DataSource pool;
    private final BlockingQueue<Thing> free = new LinkedBlockingQueue<>();

    private record Thing(long id, String state) {
        String other() {
            return state.equals("PUBLISHED") ? "PAUSED" : "PUBLISHED";
        }
    }

    private BareTransaction(DataSource pool) {
        this.pool = pool;
    }

    /// @param things as many as will be changed at the same time
    static BareTransaction prepare(DataSource pool, int things) {
        var bare = new BareTransaction(pool);
        bare.execute(SCHEMA);
        bare.execute("insert into bench.thing select id, 'PUBLISHED', 1 from generate_series(1, " + things + ") id");
        for (long id = 1; id <= things; id++) bare.free.add(new Thing(id, "PUBLISHED"));
        return bare;
    }

    /// @return no bytes
    int run() {
        Thing thing = free.remove();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            change(connection, thing);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("the bare transaction failed", failure);
        }
        free.add(new Thing(thing.id(), thing.other()));
        return 0;
    }

    private static void change(Connection connection, Thing thing) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            update.setString(1, thing.other());
            update.setLong(2, thing.id());
            update.setString(3, thing.state());
            if (update.executeUpdate() != 1) throw new IllegalStateException("somebody else has changed " + thing);
            insert.setLong(1, thing.id());
            insert.setString(2, thing.state());
            insert.setString(3, thing.other());
            insert.executeUpdate();
        }
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("the tables of the bare transaction cannot be made or dropped", failure);
        }
    }

    @Override
    public void close() {
        execute("drop schema if exists bench cascade");
    }
}
