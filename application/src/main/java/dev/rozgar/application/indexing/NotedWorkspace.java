package dev.rozgar.application.indexing;

import dev.rozgar.application.change.AlertDesk;
import dev.rozgar.application.change.BillingDesk;
import dev.rozgar.application.change.CompanyDesk;
import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.application.change.JobDesk;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A transaction that remembers which jobs it has written.
final class NotedWorkspace implements Workspace {
    final NotedJobs jobs;
    private final Workspace space;

    NotedWorkspace(Workspace space) {
        this.space = space;
        this.jobs = new NotedJobs(space.jobs(), new HashSet<>());
    }

    @Override
    public CompanyDesk companies() {
        return space.companies();
    }

    @Override
    public JobDesk jobs() {
        return jobs;
    }

    @Override
    public HiringDesk hiring() {
        return space.hiring();
    }

    @Override
    public BillingDesk billing() {
        return space.billing();
    }

    @Override
    public AlertDesk alerts() {
        return space.alerts();
    }

    @Override
    public void claimAttempt() {
        space.claimAttempt();
    }

    @Override
    public Transition log(Transition line) {
        return space.log(line);
    }

    record NotedJobs(JobDesk desk, Set<JobId> written) implements JobDesk {
        @Override
        public JobId nextId() {
            return desk.nextId();
        }

        @Override
        public Optional<Job> lock(JobId id) {
            return desk.lock(id);
        }

        @Override
        public Optional<CompanyId> removedFrom(JobId id) {
            return desk.removedFrom(id);
        }

        @Override
        public boolean isPast(JobId id, Instant now) {
            return desk.isPast(id, now);
        }

        @Override
        public Employer employer(Job locked) {
            return desk.employer(locked);
        }

        @Override
        public void save(Job job) {
            written.add(job.id());
            desk.save(job);
        }

        @Override
        public void remove(Job job, Instant at) {
            written.add(job.id());
            desk.remove(job, at);
        }
    }
}
