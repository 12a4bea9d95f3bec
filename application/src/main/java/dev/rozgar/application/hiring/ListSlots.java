package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists a job's interview slots that are not over: to those who keep the job, to a candidate with a live
/// application for it, and to the partner that has brought one.
public final class ListSlots {
    private final Transactions transactions;
    private final HiringPlan plan;
    private final Clock clock;

    public ListSlots(Transactions transactions, HiringPlan plan, Clock clock) {
        this.transactions = transactions;
        this.plan = plan;
        this.clock = clock;
    }

    public record Command(JobId job, int most) {}

    /// The ones that begin earliest first. A job of which the caller may not know is hidden.
    public Answer<List<InterviewSlot>> handle(Identity who, Command command) {
        var now = clock.instant();
        return transactions.run(
                Terms.reading(),
                space -> who.awaitsDecisions()
                        ? ofWhoeverWaits(space, who, command, now)
                        : ofWhoeverKeeps(space, who, command, now));
    }

    private Answer<List<InterviewSlot>> ofWhoeverKeeps(Workspace space, Identity who, Command command, Instant now) {
        return Approach.of(who, Right.JOB_READ)
                .to(
                        () -> JobWrite.find(space, command.job(), now),
                        () -> space.jobs().isGoneFor(who, Right.JOB_READ, command.job(), now),
                        _ -> found(command, now));
    }

    private Answer<List<InterviewSlot>> ofWhoeverWaits(Workspace space, Identity who, Command command, Instant now) {
        var verdict = Access.judge(
                who, Right.APPLICATION_READ, new Owner(Optional.empty(), who.candidate(), Optional.of(who.subject())));
        if (verdict != Verdict.ALLOWED) return new Answer.Denied<>(verdict);
        boolean waits = who.role() == Role.PARTNER
                ? space.hiring().hasBrought(command.job(), who.subject(), now)
                : space.hiring()
                        .receive(command.job(), who.candidate(), Optional.empty(), now)
                        .applied()
                        .containsAll(who.candidate().stream().toList());
        return waits ? found(command, now) : new Answer.Denied<>(Verdict.HIDDEN);
    }

    private Answer<List<InterviewSlot>> found(Command command, Instant now) {
        return Answer.Done.accepted(plan.slots(command.job(), now, command.most()));
    }
}
