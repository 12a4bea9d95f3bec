package dev.rozgar.domain.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.Decision.Refused;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.Refusal;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.CompanyState.Kind;
import dev.rozgar.domain.machine.Option;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyTest {
    private static final CompanyId ID = new CompanyId(1);
    private static final Instant BORN = Instant.parse("2026-01-01T00:00:00.000456Z");
    private static final Instant BORN_MILLIS = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = BORN_MILLIS.plusSeconds(60);

    @Test
    void aNewCompanyIsUnverified() {
        assertEquals(
                new Accepted<>(
                        new Company(
                                ID,
                                SampleCompanies.profile(),
                                new CompanyState.Unverified(),
                                0,
                                BORN_MILLIS,
                                BORN_MILLIS),
                        List.of(new CompanyEvent.Registered(ID, BORN_MILLIS))),
                Company.register(ID, SampleCompanies.profile(), BORN));
    }

    @Test
    void aMoveChangesStateAndTimeAndNothingElse() {
        var company = company();
        assertEquals(
                new Accepted<>(
                        new Company(ID, company.profile(), new CompanyState.Verified(LATER), 0, BORN_MILLIS, LATER),
                        List.of(new CompanyEvent.StateChanged(
                                ID, CompanyMove.Trigger.VERIFY, Kind.UNVERIFIED, Kind.VERIFIED, LATER))),
                company.verify(LATER));
    }

    @Test
    void aSuspendedCompanyCanComeBack() {
        var suspended = accepted(company().suspend("Complaints", LATER));
        assertEquals(
                Kind.UNVERIFIED, accepted(suspended.reinstate(LATER)).state().kind());
    }

    @Test
    void aSuspendedCompanyIsNotVerified() {
        assertInstanceOf(
                Refused.class, accepted(company().suspend("Complaints", LATER)).verify(LATER));
    }

    @Test
    void aSlowClockDoesNotMakeARowYounger() {
        assertEquals(
                BORN_MILLIS,
                accepted(company().verify(BORN_MILLIS.minusSeconds(5))).updatedAt());
    }

    @Test
    void anotherProfileKeepsTheState() {
        var changed = SampleCompanies.profile(List.of(SampleCompanies.location(true), SampleCompanies.location(false)));
        var verified = accepted(company().verify(LATER));
        assertEquals(
                new Company(ID, changed, verified.state(), 0, BORN_MILLIS, LATER),
                accepted(verified.withProfile(changed, LATER)));
    }

    @Test
    void aRowThatCannotBeIsNotLoaded() {
        assertEquals(
                List.of("/version TOO_SMALL", "/updated_at CONTRADICTION"),
                Refusal.of(() ->
                        new Company(ID, SampleCompanies.profile(), new CompanyState.Unverified(), -1, LATER, BORN)));
    }

    @Test
    void aCompanyIsSomewhere() {
        assertEquals(List.of("/locations TOO_FEW"), Refusal.of(() -> SampleCompanies.profile(List.of())));
    }

    @Test
    void locationsAreBounded() {
        assertEquals(
                List.of("/locations TOO_MANY"),
                Refusal.of(() -> SampleCompanies.profile(Collections.nCopies(201, SampleCompanies.location(false)))));
    }

    @Test
    void thereIsOneHeadquarters() {
        assertEquals(
                List.of("/locations CONTRADICTION"),
                Refusal.of(() -> SampleCompanies.profile(
                        List.of(SampleCompanies.location(true), SampleCompanies.location(true)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "GMAIL.com", "rediffmail.com", "yahoo.co.in"})
    void webmailIsNobodysDomain(String domain) {
        assertEquals(List.of("NOT_ALLOWED"), Refusal.of(() -> new EmailDomain(domain)));
    }

    @Test
    void anOwnDomainIsTaken() {
        assertEquals("asha.example", new EmailDomain("Asha.example").value());
    }

    @Test
    void aTrackingPixelIsNoLogo() {
        assertEquals(
                List.of("/sha256 MALFORMED", "/w MALFORMED", "/h MALFORMED"),
                Refusal.of(() -> new Logo(new WebUrl("https://example.in/l.png"), "AB", 1, 10_001)));
    }

    @Test
    void idsAreAboveZero() {
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> new CompanyId(0)));
    }

    @Test
    void namesEndAtEightyCharacters() {
        assertEquals(List.of("TOO_LONG"), Refusal.of(() -> new CompanyName("x".repeat(81))));
    }

    @Test
    void sizeBandsRise() {
        var bands = SizeBand.values();
        for (int i = 1; i < bands.length; i++) {
            assertTrue(bands[i - 1].fewest() < bands[i].fewest());
        }
    }

    @Test
    void aCompanyWithLiveJobsIsNotRemoved() {
        assertEquals(
                Decision.refused(
                        new Reason("JOBS_LIVE", "2 jobs of the company are live.", "Close or remove its jobs first.")),
                company().remove(2, LATER));
    }

    @Test
    void aCompanyWithoutLiveJobsIsRemoved() {
        assertEquals(
                List.of(new CompanyEvent.Removed(ID, LATER)),
                ((Accepted<Company>) company().remove(0, LATER)).events());
    }

    @Test
    void optionsAreTheMovesThatLeadOn() {
        assertEquals(
                List.of(
                        new Option<>(CompanyMove.Trigger.VERIFY, Optional.of(Kind.VERIFIED), List.of()),
                        new Option<>(CompanyMove.Trigger.VERIFY_CONTACT, Optional.of(Kind.UNVERIFIED), List.of()),
                        new Option<>(CompanyMove.Trigger.SUSPEND, Optional.of(Kind.SUSPENDED), List.of())),
                company().options(LATER));
    }

    private static Company company() {
        return accepted(Company.register(ID, SampleCompanies.profile(), BORN));
    }

    private static Company accepted(Decision<Company> decision) {
        return switch (decision) {
            case Accepted<Company> yes -> yes.next();
            case Refused<Company> no -> throw new AssertionError(no.reasons());
        };
    }
}
