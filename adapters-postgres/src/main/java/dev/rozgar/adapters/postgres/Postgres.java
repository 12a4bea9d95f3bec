package dev.rozgar.adapters.postgres;

import dev.rozgar.adapters.postgres.access.PostgresApiKeys;
import dev.rozgar.adapters.postgres.billing.PostgresInvoices;
import dev.rozgar.adapters.postgres.change.PostgresStagedTruth;
import dev.rozgar.adapters.postgres.change.PostgresTransactions;
import dev.rozgar.adapters.postgres.change.PostgresTransitionLog;
import dev.rozgar.adapters.postgres.change.StoredReplies;
import dev.rozgar.adapters.postgres.checking.PostgresCheckTurns;
import dev.rozgar.adapters.postgres.checking.PostgresCheckedTruth;
import dev.rozgar.adapters.postgres.clock.PostgresDueWork;
import dev.rozgar.adapters.postgres.clock.PostgresPersonalData;
import dev.rozgar.adapters.postgres.company.PostgresCompanyRepository;
import dev.rozgar.adapters.postgres.document.DocumentReader;
import dev.rozgar.adapters.postgres.document.PostgresChangeFeed;
import dev.rozgar.adapters.postgres.document.PostgresCompanyReadModel;
import dev.rozgar.adapters.postgres.document.PostgresDictionary;
import dev.rozgar.adapters.postgres.document.PostgresJobCompanions;
import dev.rozgar.adapters.postgres.document.PostgresJobJudge;
import dev.rozgar.adapters.postgres.document.PostgresJobReadModel;
import dev.rozgar.adapters.postgres.document.PostgresSuggestions;
import dev.rozgar.adapters.postgres.document.PostgresVocabulary;
import dev.rozgar.adapters.postgres.hiring.PostgresApplications;
import dev.rozgar.adapters.postgres.hiring.PostgresHiringPlan;
import dev.rozgar.adapters.postgres.hiring.PostgresJobSignals;
import dev.rozgar.adapters.postgres.indexing.LedgerStatistics;
import dev.rozgar.adapters.postgres.indexing.PostgresDeadLetters;
import dev.rozgar.adapters.postgres.indexing.PostgresFanOuts;
import dev.rozgar.adapters.postgres.indexing.PostgresIndexLedger;
import dev.rozgar.adapters.postgres.indexing.PostgresIndexProgress;
import dev.rozgar.adapters.postgres.indexing.PostgresSuspects;
import dev.rozgar.adapters.postgres.posting.PostgresJobRepository;
import dev.rozgar.adapters.postgres.rebuild.PostgresBuildLog;
import dev.rozgar.adapters.postgres.rebuild.PostgresListedJobs;
import dev.rozgar.adapters.postgres.session.DeskIds;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.ApiKeys;
import dev.rozgar.application.billing.Invoices;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.TransitionLog;
import dev.rozgar.application.checking.CheckTurns;
import dev.rozgar.application.checking.CheckedTruth;
import dev.rozgar.application.checking.Debts;
import dev.rozgar.application.clock.DueWork;
import dev.rozgar.application.clock.PersonalData;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.hiring.Applications;
import dev.rozgar.application.hiring.HiringPlan;
import dev.rozgar.application.indexing.DeadLetters;
import dev.rozgar.application.indexing.FanOuts;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexProgress;
import dev.rozgar.application.indexing.StagedTruth;
import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.application.listing.JobCompanions;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.Suggestions;
import dev.rozgar.application.matching.JobJudge;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.application.rebuild.BuildLog;
import dev.rozgar.application.rebuild.ListedJobs;
import dev.rozgar.application.shadow.Suspects;
import dev.rozgar.application.signals.JobSignals;
import dev.rozgar.application.words.Dictionary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/// The door to PostgreSQL. Opening it never fails: whatever needs a server throws a [PortFailure] when it is called.
public final class Postgres implements AutoCloseable {
    private final PostgresSettings settings;
    private final PostgresPool pool;
    private final PoolOnDemand lists;
    private Optional<PoolOnDemand> staged = Optional.empty();
    private final Migrations migrations;
    private final DeskIds deskIds;

    private Postgres(PostgresSettings settings) {
        this.settings = settings;
        this.pool = new PostgresPool(PoolConfig.of(settings));
        this.lists = new PoolOnDemand(() -> PoolConfig.ofLists(settings.ofLists()));
        this.migrations = new Migrations(settings);
        this.deskIds = DeskIds.fresh();
    }

    public static Postgres open(PostgresSettings settings) {
        return new Postgres(settings);
    }

    public JobRepository jobRepository() {
        return new PostgresJobRepository(pool);
    }

    public CompanyRepository companyRepository() {
        return new PostgresCompanyRepository(pool);
    }

    public JobJudge jobJudge() {
        return new PostgresJobJudge(lists.get());
    }

    public JobSignals jobSignals() {
        return new PostgresJobSignals(lists.get());
    }

    public JobReadModel jobReadModel() {
        return new PostgresJobReadModel(lists.get());
    }

    public CompanyReadModel companyReadModel() {
        return new PostgresCompanyReadModel(lists.get());
    }

    /// What goes with the documents of jobs, whichever read model they came from.
    public JobCompanions jobCompanions() {
        return new PostgresJobCompanions(lists.get());
    }

    /// What words mean to this board.
    public Dictionary dictionary() {
        return new PostgresDictionary(lists.get());
    }

    public Suggestions suggestions() {
        return new PostgresSuggestions(lists.get());
    }

    /// Counts anew the words and the suggestions of listed jobs, if any has changed and this time has passed.
    public boolean fillVocabulary(Duration pause) {
        return PostgresVocabulary.at(settings.url(), settings.user(), settings.password())
                .fill(pause);
    }

    public Applications applications() {
        return new PostgresApplications(pool);
    }

    public HiringPlan hiringPlan() {
        return new PostgresHiringPlan(pool);
    }

    public Invoices invoices() {
        return new PostgresInvoices(pool);
    }

    public IndexLedger indexLedger() {
        return new PostgresIndexLedger(pool);
    }

    public ListedJobs listedJobs() {
        return new PostgresListedJobs(pool);
    }

    public BuildLog buildLog() {
        return new PostgresBuildLog(pool);
    }

    public ChangeFeed changeFeed() {
        return new PostgresChangeFeed(lists.get(), pool);
    }

    public IndexProgress indexProgress() {
        return new PostgresIndexProgress(pool);
    }

    /// How the ledger's tables are.
    public LedgerFigures ledgerFigures() {
        return LedgerStatistics.read(pool);
    }

    public Suspects suspects() {
        return new PostgresSuspects(pool);
    }

    public DeadLetters deadLetters() {
        return new PostgresDeadLetters(pool);
    }

    public FanOuts fanOuts() {
        return new PostgresFanOuts(pool, JobFields.JOB);
    }

    public CheckedTruth checkedTruth() {
        return new PostgresCheckedTruth(pool);
    }

    /// Whose turn it is to check the copy.
    public CheckTurns checkTurns() {
        return new PostgresCheckTurns(pool);
    }

    /// Where a repair of the copy goes.
    public Debts debts() {
        return new PostgresCheckedTruth(pool)::owe;
    }

    public DueWork dueWork() {
        return new PostgresDueWork(pool);
    }

    public PersonalData personalData() {
        return new PostgresPersonalData(pool);
    }

    /// Changes that are all or nothing.
    public Transactions transactions() {
        return new PostgresTransactions(pool.connections(), deskIds);
    }

    /// Transactions that stop before their commit (write policy `strict`), as many at a time as `connections`.
    public synchronized StagedTruth stagedTruth(int connections) {
        staged = Optional.of(
                staged.orElseGet(() -> new PoolOnDemand(() -> PoolConfig.of(settings.withPool(connections)))));
        return new PostgresStagedTruth(pool, staged.get().get(), deskIds);
    }

    /// Saved searches and webhooks, outside of [#transactions].
    public AlertStores alerts() {
        return AlertStores.at(pool);
    }

    public TransitionLog transitionLog() {
        return new PostgresTransitionLog(pool);
    }

    public ApiKeys apiKeys() {
        return new PostgresApiKeys(pool);
    }

    /// Forgets replies that were kept for a day, and answers how many: to be repeated while it may be as many.
    public int purgeStoredReplies(int most) {
        return StoredReplies.purge(pool, most);
    }

    /// Files that [#migrate] would run.
    public List<String> pendingMigrations() {
        return migrations.pending();
    }

    /// Brings the schema up to date; to be run by one process at a time, or by several that wait for each other.
    public void migrate() {
        migrations.run();
        migrations.remember(pool.connections());
    }

    /// To be called at start; a [PortFailure] names each column that is missing, or functions of another declaration.
    public void checkDeclaration() {
        migrations.check(pool.connections());
        indexLedger().versions().beginEpochIfMoved();
    }

    /// Takes on a task that must not be done twice at once, by whatever process.
    ///
    /// @return empty where somebody else is at it
    public Optional<Reservation> reserve(String task) {
        return Reservation.of(task, pool.connections());
    }

    /// Has the server look at our tables anew, after so many new rows that plans made for the old ones mislead.
    public void analyze() {
        Planner.analyze(pool);
    }

    /// Whether the server answers at the moment.
    public boolean answers() {
        try {
            return !version().isEmpty();
        } catch (PortFailure failure) {
            return false;
        }
    }

    /// The server's version, as in `18.6`.
    public String version() {
        return pool.version();
    }

    /// The bare statement of a page of jobs, to measure with: each call runs it and answers the documents' bytes.
    public IntSupplier rawPage(DocumentQuery query) {
        return new DocumentReader(lists.get(), JobFields.JOB).bare(query);
    }

    /// By what its connections are for.
    public Map<String, PoolGauges> pools() {
        return Map.of("lists", new PoolGauges(lists.get().connections()), "usual", new PoolGauges(pool.connections()));
    }

    @Override
    public synchronized void close() {
        lists.close();
        staged.ifPresent(PoolOnDemand::close);
        pool.close();
    }
}
