package dev.rozgar.adapters.postgres;

import dev.rozgar.application.billing.BillingDesk;
import dev.rozgar.application.change.CompanyDesk;
import dev.rozgar.application.change.JobDesk;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.hiring.HiringDesk;
import java.sql.Connection;

/// One transaction's desks: all read through one connection and write into one list.
final class PostgresWorkspace implements Workspace {
    private final Writes writes;
    private final CompanyDesk companies;
    private final JobDesk jobs;

    PostgresWorkspace(Connection connection, Writes writes) {
        this.writes = writes;
        this.companies = new PostgresCompanyDesk(connection, writes);
        this.jobs = new PostgresJobDesk(connection, writes);
    }

    @Override
    public CompanyDesk companies() {
        return companies;
    }

    @Override
    public JobDesk jobs() {
        return jobs;
    }

    @Override
    public HiringDesk hiring() {
        throw new UnsupportedOperationException("applications are not kept in PostgreSQL yet");
    }

    @Override
    public BillingDesk billing() {
        throw new UnsupportedOperationException("invoices are not kept in PostgreSQL yet");
    }

    @Override
    public void log(Transition line) {
        PostgresTransitionLog.write(line, writes);
    }
}
