package dev.rozgar.adapters.postgres;

import dev.rozgar.adapters.postgres.billing.PostgresBillingDesk;
import dev.rozgar.adapters.postgres.company.PostgresCompanyDesk;
import dev.rozgar.adapters.postgres.hiring.PostgresHiringDesk;
import dev.rozgar.adapters.postgres.posting.PostgresJobDesk;
import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.application.change.Docket;
import dev.rozgar.domain.hiring.ApplicationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One transaction with its desks, as the application gets them. Closing it without a commit rolls it back.
public final class Desk implements AutoCloseable {
    private final TestDatabase database;
    private final Connection connection;
    private final Session session;
    private final PostgresJobDesk jobs;

    private Desk(TestDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
        this.session = Session.on(connection, database.ids());
        this.jobs = new PostgresJobDesk(session);
    }

    public static Desk at(TestDatabase database) throws SQLException {
        Connection connection = database.borrow();
        connection.setAutoCommit(false);
        return new Desk(database, connection);
    }

    /// All of a transaction at once.
    public static void commit(TestDatabase database, Consumer<Desk> work) {
        try (Desk desk = at(database)) {
            work.accept(desk);
            desk.commit();
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    /// A question whose transaction is rolled back.
    public static <T> T ask(TestDatabase database, Function<Desk, T> question) {
        try (Desk desk = at(database)) {
            return question.apply(desk);
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    public PostgresHiringDesk hiring() {
        return new PostgresHiringDesk(session, new PostgresJobDesk(session));
    }

    public PostgresJobDesk jobs() {
        return jobs;
    }

    public PostgresCompanyDesk companies() {
        return new PostgresCompanyDesk(session);
    }

    public PostgresBillingDesk billing() {
        return new PostgresBillingDesk(session);
    }

    /// An application with all that hangs on it, asking for a place in [SampleHirings#SLOT].
    public Docket docket(long application) {
        return hiring().lock(new ApplicationId(application), Optional.of(SampleHirings.SLOT))
                .orElseThrow();
    }

    public void write(String sql) {
        session.writes().add(sql);
    }

    public void commit() throws SQLException {
        session.writes().commit(connection);
    }

    @Override
    public void close() throws SQLException {
        database.giveBack(connection);
    }
}
