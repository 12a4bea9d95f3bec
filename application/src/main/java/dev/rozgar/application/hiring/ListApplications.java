package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Lists the applications for a job to its recruiter, or a candidate's own to the candidate; the newest first.
public final class ListApplications {
    private final Transactions transactions;
    private final Applications applications;
    private final Clock clock;

    public ListApplications(Transactions transactions, Applications applications, Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.clock = clock;
    }

    /// @param below the last id of the page before; empty: from the newest on
    public record Command(Of of, Optional<ApplicationId> below, int most) {}

    /// Whose.
    public sealed interface Of {
        record OfJob(JobId job) implements Of {}

        record OfCandidate(CandidateId candidate) implements Of {}
    }

    public Answer<List<ApplicationFile>> handle(Identity who, Command command) {
        return switch (command.of()) {
            case Of.OfCandidate(CandidateId candidate) -> ofCandidate(who, candidate, command);
            case Of.OfJob(JobId job) -> ofJob(who, job, command);
        };
    }

    private Answer<List<ApplicationFile>> ofCandidate(Identity who, CandidateId candidate, Command command) {
        var owner = new Owner(Optional.empty(), Optional.of(candidate));
        var verdict = Access.judge(who, Right.APPLICATION_READ, owner);
        return verdict == Verdict.ALLOWED
                ? files(who, applications.ofCandidate(candidate, command.below(), command.most()))
                : new Answer.Denied<>(verdict);
    }

    private Answer<List<ApplicationFile>> ofJob(Identity who, JobId job, Command command) {
        var now = clock.instant();
        return transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.APPLICATION_READ)
                        .to(
                                () -> JobWrite.find(space, job, now),
                                () -> space.jobs().isGoneFor(who, Right.APPLICATION_READ, job, now),
                                _ -> files(who, applications.ofJob(job, command.below(), command.most()))));
    }

    private Answer<List<ApplicationFile>> files(Identity who, List<JobApplication> found) {
        var now = clock.instant();
        return Answer.Done.accepted(found.stream()
                .map(sent -> who.awaitsDecisions() ? sent.asTold(now) : sent)
                .map(sent -> ApplicationFile.of(
                        sent, applications.candidate(sent.letter().candidate()), who, now))
                .toList());
    }
}
