package dev.rozgar.adapters.postgres;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Transition.Actor;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A use case as small as can be, for what holds of every one: it locks a job, moves it, saves it and logs that.
public record MoveAJob(JobId id, JobMove move) implements Function<Workspace, Answer<Long>> {
    public static final Instant LATER = SampleJobs.NOW.plusSeconds(60);

    private static final Actor ACTOR =
            Actor.of(Identity.system("test").speakingFor(Optional.of("आशा \"the boss\" O'Neil")));

    public static MoveAJob pause(JobId id) {
        return new MoveAJob(id, new JobMove.Pause());
    }

    public static MoveAJob close(JobId id) {
        return new MoveAJob(id, new JobMove.Close("moved away"));
    }

    /// A published job of a company of its own, stored by the plain repositories.
    public static JobId published(TestDatabase database) {
        return published(database, SampleJobs.content("Delivery rider"));
    }

    public static JobId published(TestDatabase database, JobContent content) {
        CompanyId company = companyOf(database);
        Job plain = SampleJobs.plain(database.postgres().jobRepository().nextId(), company);
        Job job = SampleJobs.in(plain.id(), company, plain.state(), content);
        database.postgres().jobRepository().save(List.of(job), Sync.ACCEPTED);
        return job.id();
    }

    /// A new company, stored by the plain repository.
    public static CompanyId companyOf(TestDatabase database) {
        CompanyId company = database.postgres().companyRepository().nextId();
        database.postgres().companyRepository().save(List.of(SampleCompanies.plain(company)));
        return company;
    }

    /// With a key, whose reply tells the version.
    public static Terms<Long> withKey(String key, String fingerprint) {
        return new Terms<>(false, Sync.ACCEPTED, Optional.of(attempt(key, fingerprint)));
    }

    public static Attempt<Long> attempt(String key, String fingerprint) {
        return new Attempt<>(
                "key:1",
                key,
                fingerprint,
                (version, _) -> new StoredReply(201, "/api/jobs", "\"" + version + "\"", new byte[] {0, -1, 'x'}));
    }

    /// @return the version that the job has then
    @Override
    public Answer<Long> apply(Workspace workspace) {
        Optional<Job> job = workspace.jobs().lock(id);
        if (job.isEmpty())
            return workspace.jobs().removedFrom(id).isPresent() ? new Answer.Gone<>() : new Answer.Missing<>();
        return with(workspace, job.get());
    }

    /// Of a job that is locked, as it was then or at any other time.
    public Answer<Long> with(Workspace workspace, Job job) {
        return switch (job.move(move, LATER)) {
            case Decision.Refused<Job>(var reasons) -> new Answer.Refused<>(reasons, Optional.empty());
            case Decision.Accepted<Job>(var moved, var _) -> {
                workspace.jobs().save(moved);
                workspace.log(line(job, moved));
                yield Answer.Done.accepted(job.version() + 1);
            }
        };
    }

    private Transition line(Job from, Job to) {
        return new Transition(
                subject(),
                0,
                move.trigger().name(),
                Optional.of(from.state().kind().name()),
                to.state().kind().name(),
                Optional.of("why; not? -- 'so'"),
                ACTOR,
                from.version() + 1,
                to.updatedAt());
    }

    public Subject subject() {
        return new Subject(Subject.Kind.JOB, id.value());
    }
}
