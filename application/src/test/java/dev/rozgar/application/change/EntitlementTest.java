package dev.rozgar.application.change;

import static dev.rozgar.application.change.Scene.a;
import static dev.rozgar.application.change.Scene.done;
import static dev.rozgar.application.change.Scene.recruiter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.company.MoveCompany;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.company.ViewCompany;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.application.posting.ViewJob;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.machine.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What somebody is told to be open to them, against what happens when they try: every state, role and move.
class EntitlementTest {
    private static final Instant NOW = SampleJobs.NOW;
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(10));

    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();

    static Stream<Arguments> jobs() {
        return Stream.of(
                        new JobState.Draft(),
                        new JobState.InReview(NOW),
                        new JobState.ChangesRequested(NOW, "Say where"),
                        new JobState.Scheduled(NOW, UNTIL),
                        new JobState.Published(NOW, UNTIL),
                        new JobState.Paused(NOW, NOW, UNTIL),
                        new JobState.Filled(NOW, NOW),
                        new JobState.Expired(NOW, Optional.of(NOW)),
                        new JobState.Closed(NOW, Optional.of(NOW), "Enough"),
                        new JobState.Rejected(NOW, "No job", false),
                        new JobState.Archived(NOW))
                .flatMap(state -> Stream.of(Role.RECRUITER, Role.MODERATOR, Role.OPERATOR)
                        .map(role -> Arguments.of(state, role)));
    }

    static Stream<Arguments> companies() {
        return Stream.of(
                        new CompanyState.Unverified(),
                        new CompanyState.Verified(NOW),
                        new CompanyState.Suspended(NOW, "no papers", Optional.empty(), Optional.empty()))
                .flatMap(state -> Stream.of(Role.RECRUITER, Role.MODERATOR, Role.FINANCE, Role.OPERATOR)
                        .map(role -> Arguments.of(state, role)));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void tellsOfAJobWhatTryingShows(JobState state, Role role) {
        var id = job(state);
        var who = somebody(role);
        var options = done(new ViewJob(scene.transactions, scene.clock).handle(who, id))
                .options();

        agrees(
                options,
                JobMove.Trigger.values(),
                trigger -> new MoveJob(scene.transactions, scene.clock)
                        .handle(
                                who,
                                new MoveJob.Command(
                                        id, JobMove.sample(trigger, NOW), Optional.empty(), OptionalLong.empty()),
                                Terms.reading()));
    }

    @ParameterizedTest
    @MethodSource("companies")
    void tellsOfACompanyWhatTryingShows(CompanyState state, Role role) {
        var id = scene.company(state, SampleCompanies.profile("other", "Other"));
        var who = role == Role.RECRUITER ? recruiter(id) : a(role);
        var options = done(new ViewCompany(scene.transactions, scene.clock).handle(who, id))
                .options();

        agrees(
                options,
                CompanyMove.Trigger.values(),
                trigger -> new MoveCompany(scene.transactions, scene.clock)
                        .handle(
                                who,
                                new MoveCompany.Command(
                                        id, CompanyMove.sample(trigger), Optional.empty(), OptionalLong.empty()),
                                Terms.reading()));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void aKeyWithoutTheRightsIsToldSo(JobState state, Role role) {
        var whole = somebody(role);
        var narrow = new Identity(
                role, "key:1", whole.company(), Optional.empty(), Set.of(Right.JOB_READ), Optional.empty());
        var options = done(new ViewJob(scene.transactions, scene.clock).handle(narrow, job(state)))
                .options();

        assertTrue(options.stream().noneMatch(Option::isPermitted), options::toString);
    }

    private static <T extends Enum<T>> void agrees(
            List<Option<?, ?>> options, T[] triggers, Function<T, Answer<?>> tried) {
        for (var trigger : triggers) {
            var told = options.stream().filter(o -> o.trigger() == trigger).findFirst();
            var answer = tried.apply(trigger);
            boolean foreign = told.filter(EntitlementTest::isNotYours).isPresent();
            if (told.isEmpty()) assertTrue(!(answer instanceof Answer.Done<?>), trigger.name());
            else assertEquals(foreign, answer instanceof Answer.Denied<?>, trigger.name());
            assertEquals(
                    told.filter(Option::isPermitted).isPresent(), answer instanceof Answer.Done<?>, trigger.name());
        }
    }

    private static boolean isNotYours(Option<?, ?> option) {
        return option.blockedBy().stream().map(Reason::code).anyMatch("NOT_YOURS"::equals);
    }

    private Identity somebody(Role role) {
        return role == Role.RECRUITER ? recruiter(company) : a(role);
    }

    private JobId job(JobState state) {
        var posted = scene.published(company, 2);
        return scene.run(space -> {
            var job = space.jobs().lock(posted.id()).orElseThrow();
            var content = job.content().with(job.content().window().expiringAt(UNTIL));
            space.jobs()
                    .save(new Job(job.id(), company, content, state, job.version(), job.createdAt(), job.updatedAt()));
            return job.id();
        });
    }
}
