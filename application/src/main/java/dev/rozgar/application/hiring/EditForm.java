package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Logbook.Note;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Changes what a job asks of its applicants. What was answered before stays as it was answered.
public final class EditForm {
    private final Transactions transactions;
    private final Clock clock;

    public EditForm(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param version of the job that the caller has seen, if it says so
    public record Command(JobId job, OptionalLong version, ApplicationForm form) {}

    /// @return the form, with the job's version
    public Answer<Changed<ApplicationForm>> handle(
            Identity who, Command command, Terms<Changed<ApplicationForm>> terms) {
        var now = clock.instant();
        var approach = new Approach(who, Right.JOB_EDIT, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> JobWrite.find(space, command.job(), now),
                        () -> space.jobs().isGoneFor(who, Right.JOB_EDIT, command.job(), now),
                        stand -> Answer.Done.accepted(write(
                                new Logbook(space, who), space, stand.thing().touched(now), command.form()))));
    }

    private static Changed<ApplicationForm> write(Logbook log, Workspace space, Job next, ApplicationForm form) {
        space.jobs().save(next);
        space.hiring().save(next.id(), form);
        long version = next.version() + 1;
        var line = log.write(Note.of(next, Logbook.EDIT_FORM), version, next.updatedAt());
        return new Changed<>(form, version, List.of(line));
    }
}
