package dev.rozgar.application.change;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;

/// Shows who moved a thing, when and why, to those who may see all of the thing.
public final class ReadHistory {
    private final Transactions transactions;
    private final TransitionLog log;

    public ReadHistory(Transactions transactions, TransitionLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /// At most `most` lines whose sequence is above `after`, in their order.
    public Answer<List<Transition>> handle(Identity who, Subject subject, long after, int most) {
        Answer<Subject> seen = transactions.run(
                Terms.reading(),
                space -> Approach.of(who, right(subject.kind()))
                        .to(
                                () -> find(space, subject),
                                () -> isRemoved(space, subject),
                                stand -> Answer.Done.accepted(stand.thing())));
        return switch (seen) {
            case Answer.Done<Subject> _ -> Answer.Done.accepted(log.of(subject, after, most));
            case Answer.Refused<Subject>(var reasons, var situation) -> new Answer.Refused<>(reasons, situation);
            case Answer.Denied<Subject>(var verdict) -> new Answer.Denied<>(verdict);
            case Answer.Missing<Subject> _ -> new Answer.Missing<>();
            case Answer.Gone<Subject> _
            when reachesAll(who, subject) -> Answer.Done.accepted(log.of(subject, after, most));
            case Answer.Gone<Subject> _ -> new Answer.Gone<>();
            case Answer.Stale<Subject>(long current) -> new Answer.Stale<>(current);
            case Answer.Replayed<Subject>(var reply) -> new Answer.Replayed<>(reply);
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

    private static Optional<Standpoint<Subject>> find(Workspace space, Subject subject) {
        return owner(space, subject).map(owner -> new Standpoint<>(subject, owner, subject.kind(), 0, List::of));
    }

    private static Optional<Owner> owner(Workspace space, Subject subject) {
        long id = subject.id();
        return switch (subject.kind()) {
            case COMPANY -> space.companies().lock(new CompanyId(id)).map(company -> Owner.of(company.id()));
            case JOB -> space.jobs().lock(new JobId(id)).map(job -> Owner.of(job.company()));
            case APPLICATION ->
                space.hiring()
                        .lock(new ApplicationId(id))
                        .map(sent -> Owner.of(sent.company(), sent.letter().candidate()));
            case INVOICE ->
                space.billing().lock(new InvoiceId(id)).map(Invoice::company).map(Owner::of);
        };
    }

    private static boolean isRemoved(Workspace space, Subject subject) {
        return switch (subject.kind()) {
            case COMPANY -> space.companies().isRemoved(new CompanyId(subject.id()));
            case JOB -> space.jobs().isRemoved(new JobId(subject.id()));
            case APPLICATION, INVOICE -> false;
        };
    }
}
