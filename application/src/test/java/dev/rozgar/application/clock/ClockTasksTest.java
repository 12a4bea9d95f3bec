package dev.rozgar.application.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.billing.Invoices;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockTasksTest {
    private static final Instant START = SampleJobs.NOW.plus(Duration.ofDays(1));

    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();
    private final DueWork due = new InMemoryReading(scene.transactions);
    private final ClockTasks clock = new ClockTasks(due, scene.transactions, scene.clock, PriceList.USUAL);

    @Test
    void showsAScheduledJobOnceItsMomentHasCome() {
        var job = scheduled();
        assertEquals(0, clock.startDueJobs(10));
        scene.clock.forward(Duration.ofDays(1));

        assertEquals(1, clock.startDueJobs(10));
        assertEquals(JobState.Kind.PUBLISHED, scene.job(job).state().kind());
    }

    @Test
    void endsAJobOnceItsTimeIsOver() {
        var job = scene.published(company, 1);
        scene.clock.forward(Duration.ofDays(30));

        assertEquals(1, clock.expireDueJobs(10));
        assertEquals(
                "EXPIRE PUBLISHED EXPIRED by system:clock",
                scene.log(Subject.Kind.JOB, job.id().value()).getLast());
    }

    @Test
    void leavesAloneWhatAnotherNodeHasMovedMeanwhile() {
        var job = scene.published(company, 1).id();
        scene.clock.forward(Duration.ofDays(30));
        var late = new ClockTasks(
                new Seen(List.of(job, new JobId(404)), List.of()), scene.transactions, scene.clock, PriceList.USUAL);
        clock.expireDueJobs(10);
        long version = scene.job(job).version();

        assertEquals(0, late.expireDueJobs(10));
        assertEquals(version, scene.job(job).version());
    }

    @Test
    void draftsAnInvoiceOfAMonthThatIsOver() {
        scene.published(company, 1);
        assertEquals(0, clock.draftInvoices(10));
        scene.clock.forward(Duration.ofDays(31));

        assertEquals(1, clock.draftInvoices(10));
        assertEquals(0, clock.draftInvoices(10));
        var draft = invoices().getFirst();
        assertEquals(YearMonth.of(2026, 3), draft.terms().period());
        assertEquals(
                List.of("CREATE - DRAFT by system:clock"),
                scene.log(Subject.Kind.INVOICE, draft.id().value()));
    }

    @Test
    void draftsOneInvoiceThoughAnotherNodeHasSeenTheSame() {
        scene.published(company, 1);
        scene.clock.forward(Duration.ofDays(31));
        var late = new ClockTasks(
                new Seen(List.of(), List.of(company, new CompanyId(404))),
                scene.transactions,
                scene.clock,
                PriceList.USUAL);
        clock.draftInvoices(10);

        assertEquals(0, late.draftInvoices(10));
        assertEquals(1, invoices().size());
    }

    @Test
    void waitsWithWhatHasNoPrice() {
        scene.published(company, 1);
        scene.clock.forward(Duration.ofDays(31));
        var usual = PriceList.USUAL;
        var free = new PriceList(
                Map.of(LineKind.PER_JOINING, Money.inr("1")),
                usual.currency(),
                usual.sac(),
                usual.gstRate(),
                usual.supplier(),
                usual.days());

        assertEquals(0, new ClockTasks(due, scene.transactions, scene.clock, free).draftInvoices(10));
        assertEquals(List.of(), due.companiesToBill(free.prices().keySet(), scene.clock.instant(), 10));
    }

    private List<Invoice> invoices() {
        return new InMemoryReading(scene.transactions).list(Invoices.Wanted.ALL, 10);
    }

    private JobId scheduled() {
        return scene.run(space -> {
                    var job = SampleJobs.in(
                            space.jobs().nextId(), company, new JobState.Scheduled(START, SampleJobs.UNTIL), content());
                    space.jobs().save(job);
                    return job;
                })
                .id();
    }

    private static JobContent content() {
        return SampleJobs.content("Cook");
    }

    /// What a node saw a moment ago.
    record Seen(List<JobId> jobs, List<CompanyId> companies) implements DueWork {
        @Override
        public List<JobId> jobsToStart(Instant now, int most) {
            return List.of();
        }

        @Override
        public List<JobId> jobsToExpire(Instant now, int most) {
            return jobs;
        }

        @Override
        public List<ApplicationId> offersToLapse(Instant now, int most) {
            return List.of();
        }

        @Override
        public List<JobId> jobsToArchive(Instant endedBefore, int most) {
            return jobs;
        }

        @Override
        public List<JobId> endedJobsWithOpenApplications(int most) {
            return List.of();
        }

        @Override
        public List<CompanyId> companiesToBill(Set<LineKind> kinds, Instant before, int most) {
            return companies;
        }
    }
}
