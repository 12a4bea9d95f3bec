package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.Versions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The ledger in the table `index_ledger`. Each statement is a transaction of its own (autocommit, READ COMMITTED):
/// a claim is committed, with its versions, before the documents are read by the next statement, and holds no lock
/// meanwhile.
public final class PostgresIndexLedger implements IndexLedger {
    private final Debts debts;
    private final ClaimedDocuments documents;
    private final LedgerReport report;
    private final Versions versions;

    public PostgresIndexLedger(PostgresPool pool) {
        this.debts = new Debts(pool);
        this.documents = new ClaimedDocuments(pool);
        this.report = new LedgerReport(pool);
        this.versions = new PostgresVersions(pool);
    }

    @Override
    public Claims claim(int most, Duration lease) {
        return debts.claim(most, lease);
    }

    @Override
    public List<IndexEntry> entries(List<Claim> claims) {
        return documents.entries(claims);
    }

    @Override
    public Taken take(int most, Duration lease) {
        return debts.take(most, lease);
    }

    @Override
    public void settle(List<Claim> claims) {
        debts.settle(claims);
    }

    @Override
    public void postpone(List<Claim> claims, Duration delay) {
        debts.postpone(claims, delay);
    }

    @Override
    public void refuse(Claim claim, String reason, int maxTries) {
        debts.refuse(claim, reason, maxTries);
    }

    @Override
    public Backlog backlog() {
        return report.backlog();
    }

    @Override
    public Versions versions() {
        return versions;
    }

    @Override
    public Map<Long, Long> owed(Collection<Long> ids) {
        return report.owed(ids);
    }
}
