package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Declaration;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Compares a declaration with the database at start, so that a forgotten column or a stale function is a refusal
/// that names it and not an error of the first request.
public final class SchemaCheck {
    private static final String MISSING = """
            select source from unnest(?::text[]) as source
            where not exists (
                select from pg_attribute
                where attrelid = to_regclass(split_part(source, '.', 1)) and attname = split_part(source, '.', 2)
                  and not attisdropped)
            """;

    private static final String FINGERPRINT = """
            select f.fingerprint, d.declaration from document_fingerprint f
            left join document_declaration d on d.fingerprint = f.fingerprint
            where f.doc_type = ?
            """;

    private static final String REMEMBER = """
            insert into document_declaration (fingerprint, doc_type, declaration)
            select fingerprint, doc_type, ? from document_fingerprint where doc_type = ? and fingerprint = ?
            on conflict do nothing
            """;

    private final DocumentSchema schema;
    private final Set<String> sources = new LinkedHashSet<>();

    private SchemaCheck(DocumentSchema schema) {
        this.schema = schema;
        sources.add(schema.table() + "." + schema.listed());
        collect(schema.table(), schema.members());
    }

    /// @throws PortFailure that names every missing column, or says that the document function is of another
    /// declaration
    public static void run(DataSource pool, DocumentSchema schema) {
        SchemaCheck check = new SchemaCheck(schema);
        try (Connection connection = pool.getConnection()) {
            check.columns(connection);
            check.fingerprint(connection);
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    /// To be called once the functions are up to date: keeps what they were made for, so that a later version can say
    /// what it has brought.
    public static void remember(DataSource pool, DocumentSchema schema) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, schema.declaration().text());
            statement.setString(2, schema.name());
            statement.setString(3, schema.fingerprint());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    private void columns(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MISSING)) {
            statement.setArray(1, connection.createArrayOf("text", sources.toArray(String[]::new)));
            List<String> missing = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) missing.add(rows.getString(1));
            }
            if (!missing.isEmpty()) {
                throw PortFailure.broken(
                        "The document \"" + schema.name()
                                + "\" is declared with columns that the database does not have: "
                                + String.join(", ", missing) + ". Add them in a migration.",
                        null);
            }
        }
    }

    private void fingerprint(Connection connection) throws SQLException {
        String changes = "";
        try (PreparedStatement statement = connection.prepareStatement(FINGERPRINT)) {
            statement.setString(1, schema.name());
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    if (rows.getString(1).equals(schema.fingerprint())) return;
                    changes = changes(rows.getString(2));
                }
            }
        }
        throw PortFailure.broken(
                "The function " + schema.name()
                        + "_documents in the database was made for another declaration of the document" + changes
                        + ". Run the migrations of this version.",
                null);
    }

    private String changes(@Nullable String theirs) {
        if (theirs == null) return "";
        return " ("
                + Evolution.between(Declaration.parse(theirs), schema.declaration())
                        .text() + ")";
    }

    private void collect(String table, List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Leaf leaf -> leaf.columns().forEach(column -> sources.add(table + "." + column));
                case Group group -> {
                    group.presentWhen().ifPresent(flag -> sources.add(table + "." + flag));
                    collect(table, group.children());
                }
                case One one -> {
                    sources.add(table + "." + one.column());
                    sources.add(one.table() + "." + one.key());
                    collect(one.table(), one.children());
                }
                case Many many -> {
                    sources.add(many.table() + "." + many.foreignKey());
                    sources.add(many.table() + "." + many.orderBy());
                    collect(many.table(), many.children());
                }
            }
        }
    }
}
