package dev.rozgar.adapters.http;

import dev.rozgar.application.change.AlertDesk;
import dev.rozgar.application.change.BillingDesk;
import dev.rozgar.application.change.CompanyDesk;
import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.application.change.JobDesk;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One transaction of a [FakeStore]; what it writes is kept back until the commit. There are no applications,
/// no bills and no webhooks here: nothing is open, and charges are forgotten.
final class FakeWorkspace implements Workspace {
    private static final Set<JobState.Kind> LIVE =
            EnumSet.of(JobState.Kind.SCHEDULED, JobState.Kind.PUBLISHED, JobState.Kind.PAUSED);

    private final FakeStore store;
    private final List<Runnable> writes = new ArrayList<>();
    private int logged;

    FakeWorkspace(FakeStore store) {
        this.store = store;
    }

    void commit() {
        writes.forEach(Runnable::run);
        store.writes += writes.size();
    }

    @Override
    public CompanyDesk companies() {
        return new Companies();
    }

    @Override
    public JobDesk jobs() {
        return new Jobs();
    }

    @Override
    public HiringDesk hiring() {
        return new NobodyApplies();
    }

    @Override
    public BillingDesk billing() {
        return new NothingIsBilled();
    }

    @Override
    public AlertDesk alerts() {
        return new NobodyIsTold();
    }

    @Override
    public void claimAttempt() {
        // The store looks for it before the work begins.
    }

    @Override
    public Transition log(Transition line) {
        long before = store.of(line.subject(), 0, Integer.MAX_VALUE).size();
        Transition numbered = new Transition(
                line.subject(),
                before + ++logged,
                line.move(),
                line.from(),
                line.to(),
                line.reason(),
                line.actor(),
                line.version(),
                line.at());
        writes.add(() -> store.lines.add(numbered));
        return numbered;
    }

    private final class Companies implements CompanyDesk {
        @Override
        public CompanyId nextId() {
            return new CompanyId(store.ids.incrementAndGet());
        }

        @Override
        public Optional<Company> lock(CompanyId id) {
            return Optional.ofNullable(store.companies.get(id.value()));
        }

        @Override
        public boolean isRemoved(CompanyId id) {
            return store.isRemoved(id);
        }

        @Override
        public Optional<Employer> employer(CompanyId id) {
            return lock(id).map(Company::employer);
        }

        @Override
        public long liveJobs(CompanyId id) {
            return store.jobs.values().stream()
                    .filter(job -> job.company().equals(id)
                            && LIVE.contains(job.state().kind()))
                    .count();
        }

        @Override
        public void save(Company c) {
            writes.add(() -> store.put(
                    new Company(c.id(), c.profile(), c.state(), c.version() + 1, c.createdAt(), c.updatedAt())));
        }

        @Override
        public void remove(Company company, Instant at) {
            writes.add(() -> {
                store.companies.remove(company.id().value());
                store.removed.add(company.id());
            });
        }
    }

    private final class Jobs implements JobDesk {
        @Override
        public JobId nextId() {
            return new JobId(store.ids.incrementAndGet());
        }

        @Override
        public Optional<Job> lock(JobId id) {
            return Optional.ofNullable(store.jobs.get(id.value()));
        }

        @Override
        public Optional<CompanyId> removedFrom(JobId id) {
            return store.isRemoved(id) ? Optional.of(new CompanyId(1)) : Optional.empty();
        }

        @Override
        public boolean isPast(JobId id, Instant now) {
            return store.isPast(id);
        }

        @Override
        public Employer employer(Job locked) {
            return companies().employer(locked.company()).orElseThrow();
        }

        @Override
        public void save(Job j) {
            writes.add(() -> store.put(new Job(
                    j.id(), j.company(), j.content(), j.state(), j.version() + 1, j.createdAt(), j.updatedAt())));
        }

        @Override
        public void remove(Job job, Instant at) {
            writes.add(() -> {
                store.jobs.remove(job.id().value());
                store.removed.add(job.id());
            });
        }
    }
}
