package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The one of three columns that says whose a row is. Statements that name it have three texts, so each is prepared
/// once, and finds the column's own index.
///
/// @param value a long or a text
record KeptBy(String column, Object value) {
    private static final String COMPANY = "company_id";
    private static final String CANDIDATE = "candidate_id";
    private static final String PARTNER = "partner";

    static final String COLUMNS = String.join(", ", COMPANY, CANDIDATE, PARTNER);

    static KeptBy of(Keeper keeper) {
        return switch (keeper) {
            case Keeper.OfCompany(var company) -> new KeptBy(COMPANY, company.value());
            case Keeper.OfCandidate(var candidate) -> new KeptBy(CANDIDATE, candidate.value());
            case Keeper.OfPartner(var partner) -> new KeptBy(PARTNER, partner);
        };
    }

    /// For a lock.
    String name() {
        return column + ' ' + value;
    }

    /// @param row with the three columns
    static Keeper read(ResultSet row) throws SQLException {
        Long company = row.getObject(COMPANY, Long.class);
        if (company != null) return new Keeper.OfCompany(new CompanyId(company));
        return Optional.ofNullable(row.getObject(CANDIDATE, Long.class))
                .<Keeper>map(candidate -> new Keeper.OfCandidate(new CandidateId(candidate)))
                .orElse(new Keeper.OfPartner(String.valueOf(row.getString(PARTNER))));
    }
}
