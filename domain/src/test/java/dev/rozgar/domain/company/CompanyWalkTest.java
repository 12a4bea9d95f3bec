package dev.rozgar.domain.company;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Event;
import dev.rozgar.domain.company.CompanyMove.Trigger;
import dev.rozgar.domain.company.CompanyState.Kind;
import dev.rozgar.domain.machine.Walked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A company moved at random: whatever happens to it, its verification is never lost, and its log leads to its state.
class CompanyWalkTest {
    private final Random dice = Walked.dice(this);
    private final Walked<Kind, Trigger> walked = new Walked<>(CompanyMachine.arrows());

    @Test
    void holdsVerificationAndHistory() {
        for (int walk = 0; walk < Walked.STEPS / 20; walk++) {
            walk();
        }
        walked.tookEveryArrow();
    }

    private void walk() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var company =
                new Company(new CompanyId(1), SampleCompanies.profile(), new CompanyState.Unverified(), 1, now, now);
        var kind = Kind.UNVERIFIED;
        var verifiedAt = Optional.<Instant>empty();
        for (int step = 0; step < 20; step++) {
            now = now.plusSeconds(1);
            var move = CompanyMove.sample(Trigger.values()[dice.nextInt(Trigger.values().length)]);
            var answer = company.move(move, now);
            walked.saw(
                    kind,
                    move.trigger(),
                    answer.then(next -> Decision.accepted(next.state().kind())));
            if (answer instanceof Decision.Accepted<Company>(Company next, List<Event> events)) {
                var changed = (CompanyEvent.StateChanged) events.getFirst();
                assertEquals(kind, changed.from());
                kind = changed.to();
                verifiedAt = move instanceof CompanyMove.Verify ? Optional.of(now) : verifiedAt;
                company = next;
            }
            assertEquals(kind, company.state().kind());
            assertEquals(verifiedAt, verifiedAt(company.state()));
        }
    }

    private static Optional<Instant> verifiedAt(CompanyState state) {
        return switch (state) {
            case CompanyState.Unverified _ -> Optional.empty();
            case CompanyState.Verified(Instant at) -> Optional.of(at);
            case CompanyState.Suspended(Instant _, String _, Optional<Instant> at, Optional<Instant> _) -> at;
        };
    }
}
