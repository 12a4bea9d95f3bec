package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;

/// Changes what a job asks of its applicants. What was answered before stays as it was answered.
public final class EditForm {
    private final Transactions transactions;
    private final Clock clock;

    public EditForm(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Command(JobId job, ApplicationForm form) {}

    public Answer<ApplicationForm> handle(Identity who, Command command, Terms<ApplicationForm> terms) {
        var now = clock.instant();
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.JOB_EDIT)
                        .to(
                                () -> JobWrite.find(space, command.job(), now),
                                () -> space.jobs().isRemoved(command.job()),
                                _ -> {
                                    space.hiring().save(command.job(), command.form());
                                    return Answer.Done.accepted(command.form());
                                }));
    }
}
