package dev.rozgar.application.change;

import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

record MemoryJobDesk(MemorySpace space) implements JobDesk {
    @Override
    public JobId nextId() {
        return new JobId(space.nextId());
    }

    @Override
    public Optional<Job> lock(JobId id) {
        space.hold(Subject.Kind.JOB, id.value());
        return Optional.ofNullable(space.read().jobs.get(id));
    }

    @Override
    public Optional<CompanyId> removedFrom(JobId id) {
        return Optional.ofNullable(space.read().removedJobs.get(id));
    }

    @Override
    public boolean isPast(JobId id, Instant now) {
        var rows = space.read();
        boolean shown = rows.log.stream()
                .anyMatch(line -> line.subject().equals(new Subject(Subject.Kind.JOB, id.value()))
                        && line.to().equals("PUBLISHED"));
        var job = Optional.ofNullable(rows.jobs.get(id));
        boolean over = job.map(found -> JobPhase.of(found.state().kind()) == JobPhase.OVER
                        || found.state()
                                .inForceUntil()
                                .filter(end -> !end.isAfter(now))
                                .isPresent())
                .orElse(rows.removedJobs.containsKey(id));
        return shown && over;
    }

    @Override
    public Employer employer(Job locked) {
        return MemoryCompanyDesk.employer(space.rows, locked.company())
                .orElseGet(() -> new Employer(locked.company(), new CompanyState.Unverified()));
    }

    @Override
    public void save(Job job) {
        MemorySpace.require(space.rows.companies.containsKey(job.company()), "UNKNOWN_COMPANY");
        writeOver(job).put(job.id(), raised(job));
        if (job.version() == 0) space.hold(Subject.Kind.JOB, job.id().value());
    }

    @Override
    public void remove(Job job, Instant at) {
        writeOver(job).remove(job.id());
        space.rows.removedJobs.put(job.id(), job.company());
    }

    private Map<JobId, Job> writeOver(Job job) {
        long stored = Optional.ofNullable(space.rows.jobs.get(job.id()))
                .map(Job::version)
                .orElse(0L);
        space.changed(ConsistencyToken.Kind.JOB, job.id().value(), job.version());
        return space.writeOver(stored, job.version()).jobs;
    }

    private static Job raised(Job job) {
        return new Job(
                job.id(),
                job.company(),
                job.content(),
                job.state(),
                job.version() + 1,
                job.createdAt(),
                job.updatedAt());
    }
}
