package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.HandClock;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.PostJob;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.Openings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A board in memory with people on it, whose clock is moved by hand.
public final class Scene {
    public final InMemoryTransactions transactions = new InMemoryTransactions();
    public final HandClock clock = new HandClock(SampleJobs.NOW);

    /// A verified company.
    public CompanyId company() {
        return company(new CompanyState.Verified(SampleCompanies.NOW), SampleCompanies.profile("asha", "Asha"));
    }

    public CompanyId company(CompanyState state, CompanyProfile profile) {
        return run(space -> {
            var id = space.companies().nextId();
            space.companies().save(SampleCompanies.with(id, state, profile));
            return id;
        });
    }

    /// A published job of the company with so many seats, posted by its recruiter.
    public Job published(CompanyId company, int seats) {
        var content = SampleJobs.content("Delivery rider").with(new Openings(seats, 0));
        var answer = new PostJob(transactions, clock)
                .handle(recruiter(company), new PostJob.Command(company, content, false), Terms.usual());
        return done(answer).thing();
    }

    public Job job(JobId id) {
        return run(space -> space.jobs().lock(id)).orElseThrow();
    }

    public Company company(CompanyId id) {
        return run(space -> space.companies().lock(id)).orElseThrow();
    }

    /// The lines of a log: move, from, to and who.
    public List<String> log(Subject.Kind kind, long id) {
        return transactions.log().of(new Subject(kind, id), 0, 1000).stream()
                .map(line -> line.move() + " " + line.from().orElse("-") + " " + line.to() + " by "
                        + line.actor().subject())
                .toList();
    }

    /// Changes something behind everybody's back.
    public <R> R run(Function<Workspace, R> work) {
        return done(transactions.run(Terms.usual(), space -> Done.accepted(work.apply(space))));
    }

    @SuppressWarnings("unchecked")
    public static <R> R done(Answer<R> answer) {
        return ((Done<R>) assertInstanceOf(Done.class, answer)).result();
    }

    /// The codes of a refusal.
    public static List<String> codes(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer) instanceof Answer.Refused<?>(var reasons, var _)
                ? reasons.stream().map(reason -> reason.code()).toList()
                : List.of();
    }

    public static <T> T accepted(Decision<T> decision) {
        return decision instanceof Decision.Accepted<T>(T next, var _) ? next : fail(decision);
    }

    private static <T> T fail(Decision<T> decision) {
        throw new AssertionError(decision);
    }

    public static Identity recruiter(CompanyId company) {
        return new Identity(
                Role.RECRUITER,
                "recruiter",
                Optional.of(company),
                Optional.empty(),
                Set.of(),
                Optional.of("Asha herself"));
    }

    public static Identity candidate(CandidateId id) {
        return new Identity(Role.CANDIDATE, "candidate", Optional.empty(), Optional.of(id), Set.of(), Optional.empty());
    }

    public static Identity a(Role role) {
        return Identity.of(role, role.name());
    }
}
