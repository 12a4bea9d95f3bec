package dev.rozgar.domain.company;

import static dev.rozgar.domain.Decision.accepted;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.CompanyMove.Trigger;
import dev.rozgar.domain.company.CompanyState.Kind;
import dev.rozgar.domain.machine.Arrow;
import dev.rozgar.domain.machine.NoArrow;
import dev.rozgar.domain.machine.Option;
import dev.rozgar.domain.machine.Trial;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The machine of [CompanyState] seen from outside, by trying moves on it.
public final class CompanyMachine {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private CompanyMachine() {}

    /// Every arrow.
    public static List<Arrow<Kind, Trigger>> arrows() {
        return Arrow.seenIn(samples()
                .flatMap(state -> Arrays.stream(Trigger.values())
                        .map(trigger -> new Trial<>(state.kind(), trigger, tried(state, trigger, NOON)))));
    }

    /// The moves with an arrow out of that state.
    public static Set<Trigger> movesFrom(CompanyState state) {
        var moves = EnumSet.allOf(Trigger.class);
        moves.removeIf(trigger -> NoArrow.answers(tried(state, trigger, NOON)));
        return moves;
    }

    static List<Option<Kind, Trigger>> options(CompanyState state, Instant now) {
        return Option.among(Trigger.values(), trigger -> tried(state, trigger, now));
    }

    private static Decision<Kind> tried(CompanyState state, Trigger trigger, Instant now) {
        return state.on(CompanyMove.sample(trigger), now).then(next -> accepted(next.kind()));
    }

    private static Stream<CompanyState> samples() {
        return Stream.of(
                new CompanyState.Unverified(),
                new CompanyState.Unverified(Optional.of(NOON)),
                new CompanyState.Verified(NOON),
                new CompanyState.Suspended(NOON, "sample", Optional.empty(), Optional.empty()),
                new CompanyState.Suspended(NOON, "sample", Optional.of(NOON), Optional.empty()));
    }
}
