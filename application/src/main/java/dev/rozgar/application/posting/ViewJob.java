package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.View;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;

/// Shows all of a job to those who keep it, with what may happen to it now.
public final class ViewJob {
    private final Transactions transactions;
    private final Clock clock;
    private final Grace grace;

    public ViewJob(Transactions transactions, Clock clock) {
        this(transactions, clock, Grace.USUAL);
    }

    public ViewJob(Transactions transactions, Clock clock, Grace grace) {
        this.transactions = transactions;
        this.clock = clock;
        this.grace = grace;
    }

    public Answer<View<Job>> handle(Identity who, JobId id) {
        var now = clock.instant();
        return transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.JOB_READ)
                        .to(
                                () -> JobWrite.find(space, id, now, grace),
                                () -> space.jobs().isGoneFor(who, Right.JOB_READ, id, now),
                                stand -> Answer.Done.accepted(stand.view())));
    }
}
