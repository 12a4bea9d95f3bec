package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every desk of hiring knows of those who are about to apply. An implementation's test says only how to open
/// its store.
public abstract class ReceptionContract extends OpenHiring {
    @Test
    void receivesWhoeverIsMeantByIdOrByPhone() {
        var job = job(1, 0);
        var one = candidate();
        var other = candidate();
        var stranger = new PhoneNumber("+15550100000");
        sent(job, one, new ApplicationState.Applied(NOW));

        var both = receive(job.id(), Optional.of(one.id()), Optional.of(other.phone()));
        assertEquals(Optional.of(one), both.candidate(one.id()));
        assertEquals(Optional.of(other), both.candidate(other.phone()));
        assertEquals(Set.of(one.id()), both.applied());
        assertEquals(ApplicationForm.NONE, both.form());
        assertEquals(
                List.of(),
                receive(job.id(), Optional.empty(), Optional.of(stranger)).known());
    }

    @Test
    void remembersWhoAppliedBefore() {
        var job = job(1, 0);
        var again = candidate();
        sent(job, again, new ApplicationState.Withdrawn(NOW, Optional.empty()));
        var first = candidate();
        sent(job(1, 0), first, new ApplicationState.Applied(NOW));

        assertEquals(
                Set.of(again.id()),
                receive(job.id(), Optional.of(again.id()), Optional.of(first.phone()))
                        .before());
        assertEquals(
                Set.of(),
                receive(job.id(), Optional.of(again.id()), Optional.empty()).applied());
    }

    @Test
    void takesWhatIsTurnedDownInSilenceForLiveUntilItIsTold() {
        var job = job(1, 0);
        var waiting = candidate();
        var told = candidate();
        sent(job, waiting, rejected("Others fit", Optional.of(NOW.plusMillis(1))));
        sent(job, told, rejected("Others fit", Optional.of(NOW)));

        assertEquals(
                Set.of(waiting.id()),
                receive(job.id(), Optional.of(waiting.id()), Optional.of(told.phone()))
                        .applied());
    }

    @Test
    void remembersWhatKnockedSomebodyOutTheLastTime() {
        var job = job(1, 0);
        var out = candidate();
        var turnedDown = candidate();
        save(job, letter(out, "first"), rejected(Rejection.KNOCKOUT, Optional.empty()));
        save(job, letter(out, "last"), rejected(Rejection.KNOCKOUT, Optional.empty()));
        save(job, letter(turnedDown, "only"), rejected("Others fit", Optional.empty()));

        assertEquals(
                Map.of(out.id(), List.of(new dev.rozgar.domain.hiring.Answer("licence", List.of("last")))),
                receive(job.id(), Optional.of(out.id()), Optional.of(turnedDown.phone()))
                        .knockedOut());
    }

    @Test
    void knowsWhichPartnerHasBroughtSomebodyWhoStillHopes() {
        var job = job(1, 0);
        save(job, letter(candidate(), "x", "key:live"), new ApplicationState.Applied(NOW));
        save(job, letter(candidate(), "x", "key:silent"), rejected("No", Optional.of(NOW.plusMillis(1))));
        save(job, letter(candidate(), "x", "key:over"), rejected("No", Optional.empty()));

        assertEquals(List.of(true, true, false, false), brought(job, "key:live", "key:silent", "key:over", "key:else"));
        assertEquals(List.of(false), brought(job(1, 0), "key:live"));
    }

    private List<Boolean> brought(Job job, String... partners) {
        return run(space -> Stream.of(partners)
                .map(partner -> space.hiring().hasBrought(job.id(), partner, NOW))
                .toList());
    }

    private static ApplicationState rejected(String reason, Optional<Instant> notifyAt) {
        var rejection = new Rejection(reason, Optional.empty(), notifyAt);
        return new ApplicationState.Rejected(NOW, rejection, new ApplicationState.Applied(NOW));
    }

    private Reception receive(JobId job, Optional<CandidateId> id, Optional<PhoneNumber> phone) {
        return run(space -> space.hiring().receive(job, id, phone, NOW));
    }

    private static Letter letter(Candidate candidate, String licence) {
        var answer = new dev.rozgar.domain.hiring.Answer("licence", List.of(licence));
        return letter(candidate, List.of(answer), ApplicationSource.BOARD);
    }

    private static Letter letter(Candidate candidate, String licence, String partner) {
        var plain = letter(candidate, licence);
        return letter(candidate, plain.answers(), plain.source().broughtBy(Optional.of(partner)));
    }
}
