package dev.rozgar.adapters.postgres.company;

import dev.rozgar.adapters.postgres.sql.IdBlocks;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Companies in PostgreSQL: one function call per save and per load.
public final class PostgresCompanyRepository implements CompanyRepository {
    private static final String SAVE = "select id, version from save_companies(?::jsonb)";
    private static final String FIND = "select * from find_companies(array[?::bigint])";
    private static final String FIND_BY_SLUG =
            "select * from find_companies(array(select id from company where slug = any (?)))";
    private static final String EMPLOYER = """
            select row_to_json(c)::text
            from (select id, state, state_at, state_reason, verified_at, contact_verified_at, removed_at from company) c
            where id = ? and removed_at is null
            """;

    private final PostgresPool pool;
    private final IdBlocks ids;

    public PostgresCompanyRepository(PostgresPool pool) {
        this.pool = pool;
        this.ids = new IdBlocks("company_id");
    }

    @Override
    public CompanyId nextId() {
        return new CompanyId(ids.next(pool));
    }

    @Override
    public List<Company> save(List<Company> companies) {
        if (companies.isEmpty()) return List.of();
        pool.run(SAVE, statement -> {
            statement.setString(1, CompanyWriter.rows(companies));
            return statement.execute();
        });
        // The function has compared every version with the stored one, and raised it.
        return companies.stream().map(PostgresCompanyRepository::stored).toList();
    }

    private static Company stored(Company saved) {
        return new Company(
                saved.id(), saved.profile(), saved.state(), saved.version() + 1, saved.createdAt(), saved.updatedAt());
    }

    @Override
    public Optional<Company> find(CompanyId id) {
        List<Company> found = pool.read(FIND, statement -> {
            statement.setLong(1, id.value());
            return companies(statement.executeQuery());
        });
        return found.stream().findFirst();
    }

    @Override
    public Optional<Employer> employer(CompanyId id) {
        return pool.ask(db -> db.createNamedGet("employer", EMPLOYER)
                .addParam(id.value())
                .execute()
                .map(row -> RowReader.of(row.column(1).get(String.class)))
                .map(company -> new Employer(id, CompanyReader.state(company))));
    }

    @Override
    public List<Company> findBySlug(Collection<String> slugs) {
        return pool.read(FIND_BY_SLUG, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", slugs.toArray(String[]::new)));
            return companies(statement.executeQuery());
        });
    }

    private static List<Company> companies(ResultSet rows) throws SQLException {
        List<Company> companies = new ArrayList<>();
        try (rows) {
            while (rows.next()) companies.add(CompanyReader.read(RowReader.of(rows.getString(1))));
        }
        return companies;
    }
}
