package dev.rozgar.application.clock;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.billing.DraftInvoice;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.hiring.MoveApplication;
import dev.rozgar.application.posting.ArchiveJob;
import dev.rozgar.application.posting.CloseApplications;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// What happens because time passes. Each step asks what is due and then goes the way of everybody else, so any number
/// of nodes may take the same step at once: the second to come finds the thing moved and is refused.
public final class ClockTasks {
    private static final System.Logger LOG = System.getLogger(ClockTasks.class.getName());
    private static final Identity CLOCK = Identity.system("clock");

    private final DueWork due;
    private final Clock clock;
    private final MoveJob moveJob;
    private final MoveApplication moveApplication;
    private final CloseApplications closeApplications;
    private final ArchiveJob archiveJob;
    private final DraftInvoice draftInvoice;
    private final Plan plan;

    /// What an installation decides for itself.
    ///
    /// @param retention how long an ended job is kept as it was, [JobState#RETENTION] at least
    public record Plan(PriceList prices, Duration retention) {}

    public ClockTasks(DueWork due, Transactions transactions, Clock clock, PriceList prices) {
        this(due, transactions, clock, new Plan(prices, JobState.RETENTION));
    }

    public ClockTasks(DueWork due, Transactions transactions, Clock clock, Plan plan) {
        this.due = due;
        this.clock = clock;
        this.plan = plan;
        this.archiveJob = new ArchiveJob(transactions, clock);
        this.moveJob = new MoveJob(transactions, clock);
        this.moveApplication = new MoveApplication(transactions, clock);
        this.closeApplications = new CloseApplications(transactions, clock);
        this.draftInvoice = new DraftInvoice(transactions, clock, plan.prices());
    }

    /// Shows scheduled jobs whose moment has come.
    ///
    /// @return how many, as all of these steps do
    public int startDueJobs(int most) {
        return each(due.jobsToStart(clock.instant(), most), id -> moved(id, new JobMove.Start()));
    }

    /// Ends jobs whose time is over.
    public int expireDueJobs(int most) {
        return each(due.jobsToExpire(clock.instant(), most), id -> moved(id, new JobMove.Expire()));
    }

    /// Ends offers whose time is over.
    public int lapseDueOffers(int most) {
        return each(
                due.offersToLapse(clock.instant(), most),
                id -> moveApplication.handle(
                        CLOCK,
                        new MoveApplication.Command(
                                id, new ApplicationMove.Lapse(), Optional.empty(), OptionalLong.empty()),
                        Terms.usual()));
    }

    /// Ends open applications of so many ended jobs, a part at a time.
    ///
    /// @return how many jobs were looked after
    public int closeApplicationsOfEndedJobs(int most) {
        return each(
                due.endedJobsWithOpenApplications(most),
                id -> closeApplications.handle(CLOCK, new CloseApplications.Command(id), Terms.usual()));
    }

    /// Archives so many jobs, or a part of what their applicants wrote.
    ///
    /// @return how many jobs were looked after
    public int archiveDueJobs(int most) {
        return each(
                due.jobsToArchive(clock.instant().minus(plan.retention()), most),
                id -> archiveJob.handle(CLOCK, new ArchiveJob.Command(id), Terms.usual()));
    }

    /// Drafts invoices of what was used until the end of last month, one for each company. What is charged late, and
    /// what stood on a draft that was deleted, comes with the next step.
    public int draftInvoices(int most) {
        var month = YearMonth.from(BoardDay.of(clock.instant())).minusMonths(1);
        return each(
                due.companiesToBill(plan.prices().prices().keySet(), BoardDay.after(month), most),
                id -> draftInvoice.handle(CLOCK, new DraftInvoice.Command(id, month), Terms.usual()));
    }

    private Answer<?> moved(JobId id, JobMove move) {
        return moveJob.handle(
                CLOCK, new MoveJob.Command(id, move, Optional.empty(), OptionalLong.empty()), Terms.usual());
    }

    private static <T> int each(List<T> ids, Function<T, Answer<?>> step) {
        int done = 0;
        for (T id : ids) {
            if (isDone(id, step)) done++;
        }
        return done;
    }

    /// One thing that cannot be moved does not keep the others waiting; a database that is away does.
    private static <T> boolean isDone(T id, Function<T, Answer<?>> step) {
        try {
            return step.apply(id) instanceof Answer.Done<?>;
        } catch (PortFailure failure) {
            if (failure.kind() == PortFailure.Kind.UNAVAILABLE) throw failure;
            LOG.log(Level.WARNING, "the clock could not move {0}: {1}", id, failure.getMessage());
            return false;
        }
    }
}
