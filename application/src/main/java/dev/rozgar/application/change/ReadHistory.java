package dev.rozgar.application.change;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Shows who moved a thing, when and why, to those who may see all of the thing.
public final class ReadHistory {
    private final Transactions transactions;
    private final TransitionLog log;
    private final Clock clock;

    public ReadHistory(Transactions transactions, TransitionLog log, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.clock = clock;
    }

    /// At most `most` lines whose sequence is above `after`, in their order.
    public Answer<List<Transition>> handle(Identity who, Subject subject, long after, int most) {
        var visit = new Visit(who, clock.instant());
        Answer<Long> seen = transactions.run(
                Terms.reading(),
                space -> Approach.of(who, right(subject.kind()))
                        .to(
                                () -> visit.find(space, subject),
                                () -> visit.isRemoved(space, subject),
                                stand -> Answer.Done.accepted(stand.thing())));
        return switch (seen) {
            case Answer.Done<Long>(Long last, var _, var _, var _) ->
                Answer.Done.accepted(until(last, log.of(subject, after, most)));
            case Answer.Refused<Long>(var reasons, var situation) -> new Answer.Refused<>(reasons, situation);
            case Answer.Denied<Long>(var verdict) -> new Answer.Denied<>(verdict);
            case Answer.Missing<Long> _ -> new Answer.Missing<>();
            case Answer.Gone<Long> _
            when reachesAll(who, subject) -> Answer.Done.accepted(log.of(subject, after, most));
            case Answer.Gone<Long> _ -> new Answer.Gone<>();
            case Answer.Stale<Long>(long current) -> new Answer.Stale<>(current);
            case Answer.Replayed<Long>(var reply) -> new Answer.Replayed<>(reply);
        };
    }

    /// Whose was removed cannot be asked any more: its history is for those who read everybody's.
    private static boolean reachesAll(Identity who, Subject subject) {
        return Access.judge(who, right(subject.kind()), Owner.NOBODY) == Access.Verdict.ALLOWED;
    }

    private static Right right(Subject.Kind kind) {
        return switch (kind) {
            case COMPANY -> Right.COMPANY_READ;
            case JOB -> Right.JOB_READ;
            case APPLICATION -> Right.APPLICATION_READ;
            case INVOICE -> Right.INVOICE_READ;
        };
    }

    /// What is to be told later stands at the end.
    private static List<Transition> until(long version, List<Transition> lines) {
        return lines.stream().filter(line -> line.version() <= version).toList();
    }

    private record Visit(Identity who, Instant now) {
        /// With the last version of which the visitor may know.
        Optional<Standpoint<Long>> find(Workspace space, Subject subject) {
            long id = subject.id();
            return switch (subject.kind()) {
                case COMPANY -> space.companies().lock(new CompanyId(id)).map(company -> whole(Owner.of(company.id())));
                case JOB -> space.jobs().lock(new JobId(id)).map(job -> whole(Owner.of(job.company())));
                case APPLICATION -> space.hiring().lock(new ApplicationId(id)).map(this::told);
                case INVOICE ->
                    space.billing()
                            .lock(new InvoiceId(id))
                            .map(Invoice::company)
                            .map(Owner::of)
                            .map(Visit::whole);
            };
        }

        private boolean isRemoved(Workspace space, Subject subject) {
            return switch (subject.kind()) {
                case COMPANY -> space.companies().isRemoved(new CompanyId(subject.id()));
                case JOB -> space.jobs().isGoneFor(who, Right.JOB_READ, new JobId(subject.id()), now);
                case APPLICATION, INVOICE -> false;
            };
        }

        private Standpoint<Long> told(JobApplication sent) {
            boolean later = who.awaitsDecisions() && sent.state().untold(now).isPresent();
            return standing(Owner.of(sent), later ? sent.asTold(now).version() : Long.MAX_VALUE);
        }

        private static Standpoint<Long> whole(Owner owner) {
            return standing(owner, Long.MAX_VALUE);
        }

        private static Standpoint<Long> standing(Owner owner, long last) {
            return new Standpoint<>(last, owner, Subject.Kind.APPLICATION, 0, List::of);
        }
    }
}
