package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.Openings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Posts a job. It is submitted at once unless a draft is wanted; a verified company's job is approved at
/// once as well and so published or scheduled, any other waits for a moderator.
public final class PostJob {
    /// How long a job is shown when its posting says nothing of it.
    public static final Duration USUAL_TERM = Duration.ofDays(30);

    private final Transactions transactions;
    private final Clock clock;
    private final Grace grace;

    public PostJob(Transactions transactions, Clock clock) {
        this(transactions, clock, Grace.USUAL);
    }

    public PostJob(Transactions transactions, Clock clock, Grace grace) {
        this.transactions = transactions;
        this.clock = clock;
        this.grace = grace;
    }

    /// @param draft keep it to be finished later
    public record Command(CompanyId company, JobContent content, boolean draft) {
        /// Who sits on them is known from applications only.
        private Command withAllSeatsFree() {
            var openings = new Openings(content.openings().total(), 0);
            return new Command(company, content.with(openings), draft);
        }
    }

    /// Refused with `UNKNOWN_COMPANY`, or for the reasons of the job's own machine.
    public Answer<Changed<Job>> handle(Identity who, Command command, Terms<Changed<Job>> terms) {
        var now = clock.instant();
        var approach = Approach.of(who, Right.JOB_POST);
        return transactions.run(
                terms, space -> approach.create(Owner.of(command.company()), _ -> posted(space, who, command, now)));
    }

    private Answer<Changed<Job>> posted(Workspace space, Identity who, Command command, Instant now) {
        Optional<Employer> employer = space.companies().employer(command.company());
        if (employer.isEmpty()) return new Answer.Refused<>(List.of(unknown(command.company())), Optional.empty());
        return switch (decide(space.jobs().nextId(), command.withAllSeatsFree(), employer.get(), now)) {
            case Decision.Accepted<Job> yes ->
                Answer.Done.accepted(JobWrite.of(space, yes, now).write(who, Optional.empty()));
            case Decision.Refused<Job>(var reasons) -> new Answer.Refused<>(reasons, Optional.empty());
        };
    }

    private Decision<Job> decide(JobId id, Command command, Employer employer, Instant now) {
        Decision<Job> draft = Job.draft(id, employer, withTerm(command.content(), now), now);
        if (command.draft()) return draft;
        var standing = grace.standing(employer, now);
        Decision<Job> submitted = draft.then(job -> job.move(new JobMove.Submit(), now, standing));
        boolean trusted = employer.state() instanceof CompanyState.Verified;
        return trusted ? submitted.then(job -> job.move(new JobMove.Approve(), now, standing)) : submitted;
    }

    private static JobContent withTerm(JobContent content, Instant now) {
        var window = content.window();
        if (window.expiresAt().isPresent()) return content;
        Instant begin = window.publishAt().filter(at -> at.isAfter(now)).orElse(now);
        Instant end = window.applyBy().filter(by -> by.isAfter(begin)).orElse(begin.plus(USUAL_TERM));
        return content.with(window.expiringAt(end));
    }

    private static Reason unknown(CompanyId company) {
        return new Reason(
                "UNKNOWN_COMPANY", "There is no company " + company.value() + ".", "Register the company first.");
    }
}
