package dev.rozgar.adapters.postgres.change;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.StagedTruth.Staged;
import dev.rozgar.application.indexing.StagedTruth.Stops;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The end of a transaction whose rows are written: its documents are read and shown to the stop, and with the commit
/// their debts are paid. Not so while an index is being filled, be it the live one: whoever fills it may read the old
/// rows under a later version until then.
///
/// @param ids of the jobs whose documents the stop wants
record Staging(Connection connection, List<Long> ids) {
    private static final String DOCUMENTS = "select id, version, building, filling, document from stage_documents(?)";

    /// Nobody else can have changed what is wanted: the rows are locked since the documents were read.
    private static final String PAY_AND_COMMIT = """
            update index_ledger set indexed = wanted, tries = 0, error = null
            where doc_type = 'job' and doc_id = any (?);
            commit
            """;

    void end(Stops stops) throws SQLException {
        if (ids.isEmpty()) {
            connection.commit();
            return;
        }
        List<Row> rows = rows();
        stops.written(
                new Staged(rows.stream().map(Row::entry).toList(), rows.stream().anyMatch(Row::building)));
        if (rows.stream().anyMatch(Row::filling)) connection.commit();
        else payAndCommit();
    }

    private record Row(IndexEntry entry, boolean building, boolean filling) {}

    private List<Row> rows() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DOCUMENTS)) {
            statement.setArray(1, array());
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) rows.add(row(row));
            }
            return rows;
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<Document> document = Optional.ofNullable(row.getBytes(5)).map(Document::of);
        return new Row(new IndexEntry(row.getLong(1), row.getLong(2), document), row.getBoolean(3), row.getBoolean(4));
    }

    private void payAndCommit() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAY_AND_COMMIT)) {
            statement.setArray(1, array());
            statement.execute();
        }
    }

    private Array array() throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }
}
