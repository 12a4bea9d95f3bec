package dev.rozgar.adapters.postgres;

import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.posting.JobRepository;

/// The door to PostgreSQL. Opening never fails for want of a server: whatever needs one says so when it is called.
public final class Postgres implements AutoCloseable {
    private final PostgresSettings settings;
    private final PostgresPool pool;

    private Postgres(PostgresSettings settings) {
        this.settings = settings;
        this.pool = new PostgresPool(settings);
    }

    public static Postgres open(PostgresSettings settings) {
        return new Postgres(settings);
    }

    /// Brings the schema up to date.
    ///
    /// @return how many migrations were run; 0 if there was nothing to do
    public int migrate() {
        return Migrations.run(settings);
    }

    public JobRepository jobs() {
        return new PostgresJobRepository(pool);
    }

    public CompanyRepository companies() {
        return new PostgresCompanyRepository(pool);
    }

    public IndexLedger ledger() {
        return new PostgresIndexLedger(pool.connections());
    }

    /// The server's version, as in `18.6`: an answer means that it is there.
    public String version() {
        return pool.ask(db -> db.createNamedGet("version", "show server_version")
                .execute()
                .orElseThrow()
                .column(1)
                .get(String.class));
    }

    public PoolStats stats() {
        return pool.stats();
    }

    @Override
    public void close() {
        pool.close();
    }
}
