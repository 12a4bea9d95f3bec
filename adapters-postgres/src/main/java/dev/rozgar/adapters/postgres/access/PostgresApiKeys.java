package dev.rozgar.adapters.postgres.access;

import dev.rozgar.adapters.postgres.sql.Binding;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.access.ApiKeys;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table `api_key`. A name of a right that the program does not know makes its key unreadable: a key whose limits
/// are not understood must not become one without limits.
public final class PostgresApiKeys implements ApiKeys {
    private static final String ALL =
            "select id, label, role, company_id, candidate_id, only_rights, created_at, expires_at, revoked_at from api_key";
    private static final String FIND =
            ALL + " where sha256 = ? and revoked_at is null and (expires_at is null or expires_at > ?)";
    private static final String LIST = ALL + " order by created_at desc, id limit ?";
    private static final String SAVE = """
            insert into api_key (
                id, label, role, company_id, candidate_id, only_rights, created_at, expires_at, revoked_at, sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REVOKE = "update api_key set revoked_at = coalesce(revoked_at, ?) where id = ?";

    private final PostgresPool pool;

    public PostgresApiKeys(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Identity> find(byte[] sha256, Instant now) {
        return pool.rows(FIND, PostgresApiKeys::key, sha256, now).stream()
                .findFirst()
                .map(PostgresApiKeys::identity);
    }

    private static Identity identity(ApiKey key) {
        return new Identity(
                key.role(), "key:" + key.id(), key.company(), key.candidate(), key.only(), Optional.empty());
    }

    @Override
    public void save(ApiKey key, byte[] sha256) {
        tell(
                SAVE,
                key.id(),
                key.label(),
                key.role().name(),
                key.company().map(CompanyId::value).orElse(null),
                key.candidate().map(CandidateId::value).orElse(null),
                key.only().stream().map(Right::name).sorted().toArray(String[]::new),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.revokedAt().orElse(null),
                sha256);
    }

    @Override
    public List<ApiKey> list(int most) {
        return pool.rows(LIST, PostgresApiKeys::key, most);
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return tell(REVOKE, at, id) == 1;
    }

    private int tell(String sql, @Nullable Object... values) {
        return pool.run(sql, statement -> {
            Binding.bind(statement, Arrays.asList(values));
            return statement.executeUpdate();
        });
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("label"),
                Role.valueOf(row.getString("role")),
                number(row, "company_id").map(CompanyId::new),
                number(row, "candidate_id").map(CandidateId::new),
                rights(row),
                moment(row, "created_at").orElseThrow(),
                moment(row, "expires_at"),
                moment(row, "revoked_at"));
    }

    private static Set<Right> rights(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("only_rights").getArray();
        return Arrays.stream(names).map(Right::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
