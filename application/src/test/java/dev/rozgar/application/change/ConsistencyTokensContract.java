package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.Answer.Replayed;
import dev.rozgar.application.change.ConsistencyToken.Kind;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every store of changes tells of them to those who want to read them. An implementation's test says only how to
/// open one.
public abstract class ConsistencyTokensContract extends OpenStore {
    private final CompanyId company = opened();

    private CompanyId opened() {
        return run(this::newCompany);
    }

    @Test
    void tellsWhichJobWasWritten() {
        Done<JobId> posted = post();

        assertEquals(
                List.of(List.of(Kind.JOB, posted.result().value())),
                parts(posted).stream()
                        .map(part -> List.<Object>of(part.kind(), part.id()))
                        .toList());
    }

    @Test
    void givesALaterChangeOfAJobALargerNumber() {
        Done<JobId> posted = post();
        Done<JobId> changed =
                again(posted.result(), (space, job) -> space.jobs().save(job));

        assertTrue(only(changed).number() > only(posted).number(), changed::toString);
    }

    @Test
    void tellsOfARemoval() {
        Done<JobId> posted = post();
        Done<JobId> removed =
                again(posted.result(), (space, job) -> space.jobs().remove(job, SampleJobs.NOW));

        assertEquals(posted.result().value(), only(removed).id());
        assertTrue(only(removed).number() > only(posted).number(), removed::toString);
    }

    @Test
    void tellsOfACompanyAndGivesItsLaterChangeALargerNumber() {
        Done<CompanyId> first = change(_ -> company);
        Done<CompanyId> second = change(_ -> company);

        assertEquals(new Part(Kind.COMPANY, company.value(), only(first).number()), only(first));
        assertTrue(only(second).number() > only(first).number(), second::toString);
    }

    @Test
    void tellsNothingWhereNothingOfTheKindWasWritten() {
        var answer = done(transactions().run(Terms.<Integer>usual(), _ -> Done.accepted(1)));

        assertEquals(Optional.empty(), answer.token());
    }

    @Test
    void tellsNothingOfWhatWasOnlyValidated() {
        var terms = new Terms<JobId>(true, Sync.ACCEPTED, Optional.empty());

        assertEquals(
                Optional.empty(), done(transactions().run(terms, this::posting)).token());
    }

    @Test
    void tellsWhoeverRepeatsARequestWhatTheFirstWasTold() {
        var attempt = new Attempt<JobId>(
                "somebody", UUID.randomUUID().toString(), "f", (_, _) -> new StoredReply(201, "", "", new byte[0]));
        var terms = new Terms<JobId>(false, Sync.ACCEPTED, Optional.of(attempt));
        Done<JobId> first = done(transactions().run(terms, this::posting));
        transactions().amend(attempt, first.result(), Sync.INDEXED);

        var again = assertInstanceOf(Replayed.class, transactions().run(terms, this::posting));
        assertTrue(first.token().isPresent());
        assertEquals(first.token(), again.reply().token());
    }

    /// What changes a job.
    @FunctionalInterface
    private interface Writing {
        void write(Workspace space, Job job);
    }

    private Done<JobId> post() {
        return done(transactions().run(Terms.usual(), this::posting));
    }

    private Answer<JobId> posting(Workspace space) {
        space.jobs().removedFrom(new JobId(404));
        Job job = SampleJobs.plain(space.jobs().nextId(), company);
        space.jobs().save(job);
        return Done.accepted(job.id());
    }

    private Done<JobId> again(JobId id, Writing writing) {
        return done(transactions().run(Terms.usual(), space -> {
            writing.write(space, space.jobs().lock(id).orElseThrow());
            return Done.accepted(id);
        }));
    }

    private Done<CompanyId> change(Function<Workspace, CompanyId> which) {
        return done(transactions().run(Terms.usual(), space -> {
            CompanyId id = which.apply(space);
            space.companies().save(space.companies().lock(id).orElseThrow());
            return Done.accepted(id);
        }));
    }

    private static <R> Done<R> done(Answer<R> answer) {
        if (answer instanceof Done<R> done) return done;
        throw new AssertionError(answer);
    }

    private static List<Part> parts(Done<?> done) {
        return done.token().orElseThrow().parts();
    }

    private static Part only(Done<?> done) {
        assertEquals(1, parts(done).size(), done::toString);
        return parts(done).getFirst();
    }
}
