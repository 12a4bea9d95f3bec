package dev.rozgar.adapters.postgres.change;

import dev.rozgar.adapters.postgres.alerts.PostgresAlertDesk;
import dev.rozgar.adapters.postgres.billing.PostgresBillingDesk;
import dev.rozgar.adapters.postgres.company.PostgresCompanyDesk;
import dev.rozgar.adapters.postgres.hiring.PostgresHiringDesk;
import dev.rozgar.adapters.postgres.posting.PostgresJobDesk;
import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.application.change.AlertDesk;
import dev.rozgar.application.change.BillingDesk;
import dev.rozgar.application.change.CompanyDesk;
import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.application.change.JobDesk;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Workspace;

/// The desks of one transaction.
final class PostgresWorkspace implements Workspace {
    private final Session session;
    private final CompanyDesk companies;
    private final PostgresJobDesk jobs;
    private final HiringDesk hiring;
    private final BillingDesk billing;
    private final AlertDesk alerts;

    PostgresWorkspace(Session session) {
        this.session = session;
        this.companies = new PostgresCompanyDesk(session);
        this.jobs = new PostgresJobDesk(session);
        this.hiring = new PostgresHiringDesk(session, jobs);
        this.billing = new PostgresBillingDesk(session);
        this.alerts = new PostgresAlertDesk(session);
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
        return hiring;
    }

    @Override
    public BillingDesk billing() {
        return billing;
    }

    @Override
    public AlertDesk alerts() {
        return alerts;
    }

    @Override
    public void claimAttempt() {
        session.reads().settle();
    }

    @Override
    public Transition log(Transition line) {
        Transition numbered = session.subjects().number(line);
        PostgresTransitionLog.write(numbered, session.writes());
        return numbered;
    }
}
