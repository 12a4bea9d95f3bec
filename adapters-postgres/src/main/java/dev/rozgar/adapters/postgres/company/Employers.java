package dev.rozgar.adapters.postgres.company;

import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/// As much of a company as its jobs depend on, read along with whatever else is read.
public final class Employers {
    /// Of a company `c`; what it owes is the first entry of an index.
    public static final String COLUMNS = """
            (select row_to_json(s)::text from (select c.state, c.state_at, c.state_reason, c.verified_at,
                c.contact_verified_at) s) as employer,
            (select min(i.due_on) from invoice i where i.company_id = c.id
                and i.state in ('OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE')) as unpaid_since""";

    private Employers() {}

    public static Employer read(CompanyId id, ResultSet row) throws SQLException {
        return new Employer(
                id,
                CompanyReader.state(RowReader.of(row.getString("employer"))),
                Optional.ofNullable(row.getObject("unpaid_since", LocalDate.class)));
    }
}
