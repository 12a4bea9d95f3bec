package dev.rozgar.application.intake;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.Employer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The employers of an import: looked up by slug, registered and verified where there is none. Whoever imports vouches
/// for the source, so its companies need no moderator.
final class Employers {
    /// Sources of a million rows have some thousands of employers; the rest is read again when it comes up again.
    private static final int REMEMBERED = 20_000;

    private final CompanyRepository companies;
    private final Map<Slug, Employer> known = new HashMap<>();

    Employers(CompanyRepository companies) {
        this.companies = companies;
    }

    /// The employer of each row, by the slug of its profile.
    Map<Slug, Employer> of(List<Row.Posting> postings, Instant now) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        Map<Slug, CompanyProfile> missing = new LinkedHashMap<>();
        for (Row.Posting posting : postings) {
            var slug = posting.employer().slug();
            if (!known.containsKey(slug)) {
                missing.putIfAbsent(slug, posting.employer());
            }
        }
        find(missing);
        register(missing, now);
        return known;
    }

    private void find(Map<Slug, CompanyProfile> missing) {
        if (missing.isEmpty()) {
            return;
        }
        companies
                .findBySlug(missing.keySet().stream().map(Slug::value).toList())
                .forEach(company -> learn(company, missing));
    }

    private void register(Map<Slug, CompanyProfile> missing, Instant now) {
        if (missing.isEmpty()) {
            return;
        }
        var fresh = new ArrayList<Company>();
        for (CompanyProfile profile : missing.values()) {
            var registered = Company.register(companies.nextId(), profile, now).then(company -> company.verify(now));
            if (registered instanceof Decision.Accepted<Company>(Company company, var _)) {
                fresh.add(company);
            }
        }
        try {
            companies.save(fresh).forEach(company -> learn(company, missing));
        } catch (PortFailure failure) {
            // Another import may have registered one of them meanwhile; then they are found now.
            find(missing);
            if (!missing.isEmpty()) {
                throw failure;
            }
        }
    }

    private void learn(Company company, Map<Slug, CompanyProfile> missing) {
        known.put(company.profile().slug(), company.employer());
        missing.remove(company.profile().slug());
    }
}
