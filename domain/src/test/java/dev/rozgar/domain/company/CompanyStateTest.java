package dev.rozgar.domain.company;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.Refusal;
import dev.rozgar.domain.company.CompanyMove.Reinstate;
import dev.rozgar.domain.company.CompanyMove.Suspend;
import dev.rozgar.domain.company.CompanyMove.Trigger;
import dev.rozgar.domain.company.CompanyMove.Verify;
import dev.rozgar.domain.company.CompanyMove.VerifyContact;
import dev.rozgar.domain.company.CompanyState.Kind;
import dev.rozgar.domain.company.CompanyState.Suspended;
import dev.rozgar.domain.company.CompanyState.Unverified;
import dev.rozgar.domain.company.CompanyState.Verified;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyStateTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "UNVERIFIED, VERIFY, VERIFIED",
        "UNVERIFIED, VERIFY_CONTACT, UNVERIFIED",
        "UNVERIFIED, SUSPEND, SUSPENDED",
        "UNVERIFIED, REINSTATE, -",
        "VERIFIED, VERIFY, -",
        "VERIFIED, VERIFY_CONTACT, -",
        "VERIFIED, SUSPEND, SUSPENDED",
        "VERIFIED, REINSTATE, -",
        "SUSPENDED, VERIFY, -",
        "SUSPENDED, VERIFY_CONTACT, -",
        "SUSPENDED, SUSPEND, -",
        "SUSPENDED, REINSTATE, UNVERIFIED"
    })
    void everyMoveFromEveryStateLeadsWhereTheTableSays(Kind from, Trigger trigger, String to) {
        var reached = switch (state(from).on(CompanyMove.sample(trigger), NOW)) {
            case Decision.Accepted<CompanyState> accepted ->
                accepted.next().kind().name();
            case Decision.Refused<CompanyState> _ -> "-";
        };
        assertEquals(to, reached);
    }

    @Test
    void aVerifiedCompanyIsVerifiedAgainAfterItsSuspension() {
        var suspended = new Suspended(NOW, "Complaints", Optional.of(THEN), Optional.empty());
        assertEquals(Decision.accepted(new Verified(THEN)), suspended.on(new Reinstate(), NOW));
    }

    @Test
    void suspensionRemembersTheVerification() {
        assertEquals(
                Decision.accepted(new Suspended(NOW, "Complaints", Optional.of(THEN), Optional.empty())),
                new Verified(THEN).on(new Suspend("Complaints"), NOW));
    }

    @Test
    void aContactIsVerifiedOnceAndSurvivesASuspension() {
        var reached = new Unverified(Optional.of(THEN));
        var suspended = new Suspended(NOW, "Complaints", Optional.empty(), Optional.of(THEN));
        assertEquals(Decision.accepted(reached), new Unverified().on(new VerifyContact(), THEN));
        assertEquals(
                List.of("CONTACT_VERIFIED"),
                reached.on(new VerifyContact(), NOW) instanceof Decision.Refused<CompanyState>(var reasons)
                        ? reasons.stream().map(Reason::code).toList()
                        : List.of());
        assertEquals(Decision.accepted(suspended), reached.on(new Suspend("Complaints"), NOW));
        assertEquals(Decision.accepted(reached), suspended.on(new Reinstate(), NOW));
    }

    @Test
    void onlyWhoWasReachedOrVerifiedHasAVerifiedContact() {
        assertEquals(
                List.of(false, true, true, false, true, true),
                List.of(
                                new Unverified(),
                                new Unverified(Optional.of(THEN)),
                                new Verified(THEN),
                                new Suspended(NOW, "Complaints", Optional.empty(), Optional.empty()),
                                new Suspended(NOW, "Complaints", Optional.empty(), Optional.of(THEN)),
                                new Suspended(NOW, "Complaints", Optional.of(THEN), Optional.empty()))
                        .stream()
                        .map(CompanyState::isContactVerified)
                        .toList());
    }

    @Test
    void aRefusalNamesMoveAndState() {
        assertEquals(
                Decision.refused(
                        new Reason("MOVE_NOT_PERMITTED", "VERIFY is not possible while the company is VERIFIED.", "")),
                new Verified(THEN).on(new Verify(), NOW));
    }

    @Test
    void permittedMovesAreTheArrows() {
        assertEquals(
                List.of(
                        Set.of(Trigger.VERIFY, Trigger.VERIFY_CONTACT, Trigger.SUSPEND),
                        Set.of(Trigger.SUSPEND),
                        Set.of(Trigger.REINSTATE)),
                List.of(
                        CompanyMachine.movesFrom(state(Kind.UNVERIFIED)),
                        CompanyMachine.movesFrom(state(Kind.VERIFIED)),
                        CompanyMachine.movesFrom(state(Kind.SUSPENDED))));
    }

    @Test
    void samplesBearTheNameTheyAreAskedFor() {
        assertEquals(
                List.of(Trigger.values()),
                Arrays.stream(Trigger.values())
                        .map(t -> CompanyMove.sample(t).trigger())
                        .toList());
    }

    @Test
    void aSuspensionNeedsAReason() {
        assertEquals(List.of("/reason REQUIRED"), Refusal.of(() -> new Suspend("")));
    }

    private static CompanyState state(Kind kind) {
        return switch (kind) {
            case UNVERIFIED -> new Unverified();
            case VERIFIED -> new Verified(THEN);
            case SUSPENDED -> new Suspended(THEN, "Complaints", Optional.empty(), Optional.empty());
        };
    }
}
