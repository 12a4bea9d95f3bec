package dev.rozgar.application.posting;

import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
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

    private final JobRepository jobs;
    private final CompanyRepository companies;
    private final Clock clock;

    public PostJob(JobRepository jobs, CompanyRepository companies, Clock clock) {
        this.jobs = jobs;
        this.companies = companies;
        this.clock = clock;
    }

    /// @param draft keep it to be finished later
    /// @param sync how far the write should have come when this returns
    public record Command(CompanyId company, JobContent content, boolean draft, Sync sync) {}

    /// @param version the job's version in store
    /// @param reached how far the write had come
    public record Posted(Job job, long version, Sync reached) {}

    /// Refused with `UNKNOWN_COMPANY`, or for the reasons of the job's own machine.
    public Decision<Posted> handle(Command command) {
        Optional<Employer> employer = companies.employer(command.company());
        if (employer.isEmpty()) {
            return Decision.refused(new Reason(
                    "UNKNOWN_COMPANY",
                    "There is no company " + command.company().value() + ".",
                    "Register the company first."));
        }
        return decide(command, employer.get(), clock.instant()).then(job -> {
            JobRepository.Receipt receipt = jobs.save(List.of(job), command.sync());
            return Decision.accepted(new Posted(job, receipt.saved().getFirst().version(), receipt.reached()));
        });
    }

    private Decision<Job> decide(Command command, Employer employer, Instant now) {
        JobContent content = withTerm(command.content(), now);
        Decision<Job> draft = Job.draft(jobs.nextId(), employer, content, now);
        if (command.draft()) return draft;
        Decision<Job> submitted = draft.then(job -> job.submit(now));
        boolean trusted = employer.state() instanceof CompanyState.Verified;
        return trusted ? submitted.then(job -> job.approve(now)) : submitted;
    }

    private static JobContent withTerm(JobContent content, Instant now) {
        var window = content.window();
        if (window.expiresAt().isPresent()) return content;
        Instant begin = window.publishAt().filter(at -> at.isAfter(now)).orElse(now);
        Instant end = window.applyBy().filter(by -> by.isAfter(begin)).orElse(begin.plus(USUAL_TERM));
        return content.with(window.expiringAt(end));
    }
}
