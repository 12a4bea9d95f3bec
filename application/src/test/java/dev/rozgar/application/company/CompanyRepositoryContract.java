package dev.rozgar.application.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.PortFailure;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.company.IndustryCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every store of companies does. An implementation's test says only how to open one.
public abstract class CompanyRepositoryContract {
    /// A store that knows [SampleCompanies#KNOWN_INDUSTRY]; what earlier facts saved may still be there.
    protected abstract CompanyRepository companies();

    static Stream<CompanyState> states() {
        return Stream.of(
                new CompanyState.Unverified(),
                new CompanyState.Unverified(Optional.of(SampleCompanies.NOW)),
                new CompanyState.Verified(SampleCompanies.NOW),
                new CompanyState.Suspended(SampleCompanies.NOW, "no papers", Optional.empty(), Optional.empty()),
                new CompanyState.Suspended(
                        SampleCompanies.NOW.plusMillis(5),
                        "unpaid",
                        Optional.of(SampleCompanies.NOW),
                        Optional.empty()),
                new CompanyState.Suspended(
                        SampleCompanies.NOW.plusMillis(5),
                        "unpaid",
                        Optional.empty(),
                        Optional.of(SampleCompanies.NOW)));
    }

    @Test
    void findsNothingUnderAnIdThatWasNeverSaved() {
        assertEquals(Optional.empty(), companies().find(companies().nextId()));
    }

    @Test
    void findsAPlainCompanyAsItWasSaved() {
        Company saved = save(SampleCompanies.plain(companies().nextId()));

        assertEquals(Optional.of(saved), companies().find(saved.id()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void findsACompanyThatSaysEverythingAsItWasSaved(CompanyState state) {
        CompanyId id = companies().nextId();
        Company saved = save(SampleCompanies.with(id, state, SampleCompanies.full("full-" + id.value())));

        assertEquals(Optional.of(saved), companies().find(id));
    }

    @Test
    void answersWithTheVersionThatIsStored() {
        Company first = save(SampleCompanies.plain(companies().nextId()));
        Company second = save(first);

        assertEquals(List.of(1L, 2L), List.of(first.version(), second.version()));
    }

    @Test
    void replacesEveryThingOnTheNextSave() {
        CompanyId id = companies().nextId();
        Company full = save(
                SampleCompanies.with(id, new CompanyState.Unverified(), SampleCompanies.full("once-" + id.value())));
        Company lean = save(new Company(
                id,
                SampleCompanies.profile("now-" + id.value(), "Lean"),
                new CompanyState.Verified(SampleCompanies.NOW),
                full.version(),
                full.createdAt(),
                full.updatedAt().plusMillis(1)));

        assertEquals(Optional.of(lean), companies().find(id));
    }

    @Test
    void refusesAVersionThatIsNoLongerStored() {
        Company first = save(SampleCompanies.plain(companies().nextId()));
        save(first);

        assertEquals("STALE_VERSION", refusal(first));
    }

    @Test
    void refusesASecondNewCompanyUnderOneId() {
        Company company = SampleCompanies.plain(companies().nextId());
        save(company);

        assertEquals(
                "STALE_VERSION",
                refusal(withSlug(company, "second-" + company.id().value())));
    }

    @Test
    void refusesASlugThatAnotherCompanyHas() {
        Company first = save(SampleCompanies.plain(companies().nextId()));
        Company second = SampleCompanies.plain(companies().nextId());

        assertEquals(
                "DUPLICATE_SLUG",
                refusal(withSlug(second, first.profile().slug().value())));
    }

    @Test
    void refusesAnIndustryThatIsNotKnown() {
        CompanyId id = companies().nextId();
        CompanyProfile full = SampleCompanies.full("lost-" + id.value());
        CompanyProfile lost = new CompanyProfile(
                full.slug(),
                full.externalId(),
                full.displayName(),
                full.legalName(),
                full.logo(),
                full.website(),
                full.sameAs(),
                Optional.of(new IndustryCode("no.such.branch")),
                full.sizeBand(),
                full.locations(),
                full.tax(),
                full.billingContact(),
                full.emailDomain());

        assertEquals("UNKNOWN_INDUSTRY", refusal(SampleCompanies.with(id, new CompanyState.Unverified(), lost)));
    }

    @Test
    void savesAllOrNone() {
        Company first = save(SampleCompanies.plain(companies().nextId()));
        Company good = SampleCompanies.plain(companies().nextId());
        Company bad = withSlug(
                SampleCompanies.plain(companies().nextId()),
                first.profile().slug().value());

        assertThrows(PortFailure.class, () -> companies().save(List.of(good, bad)));
        assertEquals(Optional.empty(), companies().find(good.id()));
    }

    @Test
    void findsTheCompaniesOfSlugs() {
        Company first = save(SampleCompanies.plain(companies().nextId()));
        Company second = save(SampleCompanies.plain(companies().nextId()));
        List<String> slugs = List.of(
                first.profile().slug().value(),
                "no-such-slug",
                second.profile().slug().value());

        assertEquals(
                List.of(first, second),
                companies().findBySlug(slugs).stream()
                        .sorted((a, b) -> Long.compare(a.id().value(), b.id().value()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("states")
    void knowsWhatPostingAJobNeeds(CompanyState state) {
        CompanyId id = companies().nextId();
        save(SampleCompanies.with(id, state, SampleCompanies.profile("employer-" + id.value(), "Employer")));

        assertEquals(Optional.of(new Employer(id, state)), companies().employer(id));
    }

    @Test
    void knowsNoEmployerUnderAnIdThatWasNeverSaved() {
        assertEquals(Optional.empty(), companies().employer(companies().nextId()));
    }

    @Test
    void neverHandsOutAnIdTwice() {
        assertNotEquals(companies().nextId(), companies().nextId());
    }

    private Company save(Company company) {
        return companies().save(List.of(company)).getFirst();
    }

    private String refusal(Company company) {
        return assertThrows(PortFailure.class, () -> companies().save(List.of(company)))
                .code();
    }

    private static Company withSlug(Company company, String slug) {
        CompanyProfile profile = SampleCompanies.profile(
                new Slug(slug).value(), company.profile().displayName().value());
        return new Company(
                company.id(), profile, company.state(), company.version(), company.createdAt(), company.updatedAt());
    }
}
