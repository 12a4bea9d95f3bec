package dev.rozgar.application.hiring;

import static dev.rozgar.application.change.Scene.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.hiring.ListApplications.Of;
import dev.rozgar.application.posting.RemoveJob;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListApplicationsTest {
    private final Scene scene = new Scene();
    private final People people = new People(scene);
    private final CompanyId company = scene.company();
    private final JobId job = scene.published(company, 1).id();
    private final ListApplications list =
            new ListApplications(scene.transactions, new InMemoryReading(scene.transactions), scene.clock);

    @Test
    void showsTheRecruiterThoseForTheJobTheNewestFirst() {
        var first = people.applied(job).id();
        var second = people.applied(job).id();
        people.applied(scene.published(company, 1).id());

        assertEquals(
                List.of(second, first), ids(list(Scene.recruiter(company), new Of.OfJob(job), Optional.empty(), 9)));
    }

    @Test
    void goesOnBelowTheLastOfThePageBefore() {
        var first = people.applied(job).id();
        var second = people.applied(job).id();
        var recruiter = Scene.recruiter(company);

        assertEquals(List.of(second), ids(list(recruiter, new Of.OfJob(job), Optional.empty(), 1)));
        assertEquals(List.of(first), ids(list(recruiter, new Of.OfJob(job), Optional.of(second), 1)));
        assertEquals(List.of(), ids(list(recruiter, new Of.OfJob(job), Optional.of(first), 1)));
    }

    @Test
    void showsACandidateItsOwn() {
        var own = people.applied(job);
        people.applied(job);
        var candidate = own.letter().candidate();

        assertEquals(
                List.of(own.id()),
                ids(list(Scene.candidate(candidate), new Of.OfCandidate(candidate), Optional.empty(), 9)));
    }

    @Test
    void showsNobodyThoseOfOthers() {
        people.applied(job);
        var ofJob = new Of.OfJob(job);
        var ofAnother = new Of.OfCandidate(new CandidateId(404));

        var hidden = new Answer.Denied<List<ApplicationFile>>(Verdict.HIDDEN);
        assertEquals(hidden, list(Scene.recruiter(new CompanyId(404)), ofJob, Optional.empty(), 9));
        assertEquals(hidden, list(Scene.candidate(new CandidateId(7)), ofJob, Optional.empty(), 9));
        assertEquals(hidden, list(Scene.candidate(new CandidateId(7)), ofAnother, Optional.empty(), 9));
        assertEquals(
                new Answer.Denied<List<ApplicationFile>>(Verdict.FORBIDDEN),
                list(Scene.a(Role.MODERATOR), ofJob, Optional.empty(), 9));
    }

    @Test
    void tellsAMissingJobFromARemovedOne() {
        var recruiter = Scene.recruiter(company);
        assertEquals(
                new Answer.Missing<List<ApplicationFile>>(),
                list(recruiter, new Of.OfJob(new JobId(404)), Optional.empty(), 9));

        done(new RemoveJob(scene.transactions, scene.clock)
                .handle(recruiter, new RemoveJob.Command(job, OptionalLong.empty()), Terms.usual()));
        assertEquals(new Answer.Gone<List<ApplicationFile>>(), list(recruiter, new Of.OfJob(job), Optional.empty(), 9));
    }

    @Test
    void tellsTheNoteOfARejectionToTheRecruiterOnly() {
        var sent = people.applied(job);
        var rejection = new Rejection("Others fit", Optional.of("came late"), Optional.empty());
        done(people.recruiter(sent, new ApplicationMove.Reject(rejection)));
        var candidate = sent.letter().candidate();

        var seen = done(list(Scene.recruiter(company), new Of.OfJob(job), Optional.empty(), 9));
        var own = done(list(Scene.candidate(candidate), new Of.OfCandidate(candidate), Optional.empty(), 9));
        assertEquals(Optional.of("came late"), seen.getFirst().note());
        assertEquals(Optional.empty(), own.getFirst().note());
    }

    private Answer<List<ApplicationFile>> list(Identity who, Of of, Optional<ApplicationId> below, int most) {
        return list.handle(who, new ListApplications.Command(of, below, most));
    }

    private static List<ApplicationId> ids(Answer<List<ApplicationFile>> answer) {
        return done(answer).stream().map(file -> file.application().id()).toList();
    }
}
