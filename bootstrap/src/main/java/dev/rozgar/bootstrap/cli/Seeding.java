package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo;
import dev.rozgar.bootstrap.terminal.Bar;
import dev.rozgar.domain.Decision;
import java.util.concurrent.TimeUnit;

/// The demo's data on its way into the board, where a person can watch it.
final class Seeding {
    private static final long LOOK_MILLIS = 50;

    private Seeding() {}

    /// @param jobs where they are saved
    static Decision<SeedDemo.Progress> run(Wiring wiring, JobRepository jobs, DemoPlan plan, boolean besideOthers) {
        var postgres = wiring.postgres();
        var seed = new SeedDemo(postgres.companyRepository(), jobs, postgres.companyReadModel());
        try (Bar bar = Bar.open("loading jobs that are missing")) {
            var seeded = seed.handle(new SeedDemo.Command(plan, besideOthers, progress -> {
                bar.step(progress.companies() + " of " + progress.ofCompanies() + " companies");
                bar.at(progress.jobs(), progress.ofJobs());
            }));
            // The server's own turn may come a minute later, and the first searches would be slow until then.
            if (seeded instanceof Decision.Accepted) postgres.analyze();
            return seeded;
        }
    }

    /// Until the relay has paid what was owed when this began, and what came meanwhile.
    static void awaitIndex(Wiring wiring) throws InterruptedException {
        if (wiring.copy().isEmpty()) return;
        IndexLedger ledger = wiring.postgres().indexLedger();
        long owed = ledger.backlog().due();
        long total = owed;
        try (Bar bar = Bar.open("indexing")) {
            while (owed > 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                owed = ledger.backlog().due();
                total = Math.max(total, owed);
                bar.at(total - owed, total);
            }
        }
    }
}
