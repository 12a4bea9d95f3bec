package dev.rozgar.bootstrap.demo;

import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import java.util.List;
import java.util.function.Consumer;

/// Fills an empty board with the demo's companies and jobs. It may be stopped at any moment and started again: what is
/// there already is left as it is, so a second run with the same plan writes nothing.
public final class SeedDemo {
    /// Companies or jobs in one round trip.
    static final int BATCH = 500;

    private final CompanyRepository companies;
    private final JobRepository jobs;
    private final CompanyReadModel listed;

    public SeedDemo(CompanyRepository companies, JobRepository jobs, CompanyReadModel listed) {
        this.companies = companies;
        this.jobs = jobs;
        this.listed = listed;
    }

    /// @param besideOthers seed a board that has companies of its own, too
    /// @param progress     told after each batch, from several threads
    public record Command(DemoPlan plan, boolean besideOthers, Consumer<Progress> progress) {}

    /// How many are there, of how many; those that were there before count.
    public record Progress(int companies, int ofCompanies, int jobs, int ofJobs) {}

    /// Refused with `NOT_EMPTY` where the board has companies, but none of the demo's.
    ///
    /// @throws dev.rozgar.application.PortFailure when the store does not answer; the next run goes on from there
    public Decision<Progress> handle(Command command) {
        var demo = new DemoData(command.plan());
        boolean resumed = !companies.findBySlug(List.of(firstSlug(demo))).isEmpty();
        if (!resumed && !command.besideOthers() && hasCompanies(command.plan())) {
            return Decision.refused(new Reason(
                    "NOT_EMPTY",
                    "The database has companies that are not the demo's.",
                    "Use an empty database, or say --beside-others: then the demo stands beside them."));
        }
        var run = new SeedRun(demo, companies, jobs, command.progress());
        run.saveCompanies(resumed || command.besideOthers());
        run.saveJobs(resumed);
        return Decision.accepted(run.progress());
    }

    private static String firstSlug(DemoData demo) {
        return demo.slug(demo.companies().findFirst().orElseThrow());
    }

    private boolean hasCompanies(DemoPlan plan) {
        var query = DocumentQuery.of(CompanyFields.COMPANY, CompanyFields.BY_NAME, plan.now());
        return !listed.search(query.limit(1).count(Count.NONE)).items().isEmpty();
    }
}
