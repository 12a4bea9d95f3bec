package dev.rozgar.application.intake;

import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.posting.JobRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// Imports postings from elsewhere. Every row is counted: it becomes a job, changes one, says what a job says already,
/// or is handed to the rejects with its line and reason. A second import of the same file writes nothing, so an import
/// that broke off is simply run again.
///
/// A posting is known by its employer's slug, its requisition id and its language. Where a file uses the same three
/// twice, the first row counts and the others are rejected as duplicates: otherwise the two would overwrite each other
/// at every import.
///
/// Rows are read and saved in batches, each saved while the next is read; memory does not grow with the file but for
/// [SeenKeys].
public final class ImportPostings {
    /// Large enough that round trips do not count, small enough to be saved in well under a second.
    public static final int BATCH = 500;

    /// A batch of long descriptions is closed before it is full: this many characters of them are some 20 MB.
    private static final long HEAVY = 4_000_000;

    private final JobRepository jobs;
    private final CompanyRepository companies;
    private final Clock clock;

    public ImportPostings(JobRepository jobs, CompanyRepository companies, Clock clock) {
        this.jobs = jobs;
        this.companies = companies;
        this.clock = clock;
    }

    /// @param rows     read once, by one thread
    /// @param rejects  gets every row that is not imported, in the order of the file within a batch
    /// @param progress told after each batch
    public record Command(Iterator<? extends Row> rows, Consumer<Row.Rejected> rejects, Consumer<Counts> progress) {}

    /// What became of the rows.
    ///
    /// @throws dev.rozgar.application.PortFailure when the store does not answer; what was saved before stays saved
    public Counts handle(Command command) {
        var seen = new SeenKeys();
        var employers = new Employers(companies);
        var batch = new ArrayList<Row>(BATCH);
        long weight = 0;
        try (var behind = new SaveBehind(command)) {
            while (command.rows().hasNext()) {
                batch.add(command.rows().next());
                weight += batch.getLast().weight();
                if (batch.size() == BATCH || weight > HEAVY || !command.rows().hasNext()) {
                    var postings = new ArrayList<Row.Posting>(batch.size());
                    int rejected = sift(batch, seen, postings, command.rejects());
                    behind.save(new Batch(jobs).compare(postings, employers, clock.instant()), rejected);
                    batch.clear();
                    weight = 0;
                }
            }
            return behind.finish();
        }
    }

    /// Parts the postings from the rows that are no use; answers how many those are.
    private static int sift(
            List<Row> batch, SeenKeys seen, List<Row.Posting> postings, Consumer<Row.Rejected> rejects) {
        for (Row row : batch) {
            switch (row) {
                case Row.Rejected rejected -> rejects.accept(rejected);
                case Row.Posting posting when seen.add(identity(posting)) -> postings.add(posting);
                case Row.Posting posting ->
                    rejects.accept(posting.because(
                            "DUPLICATE_IN_FILE: an earlier row has the same employer, requisition id and language"));
            }
        }
        return batch.size() - postings.size();
    }

    private static String identity(Row.Posting posting) {
        return posting.employer().slug().value()
                + '\n'
                + posting.content().language().value()
                + '\n'
                + posting.requisition().value();
    }
}
