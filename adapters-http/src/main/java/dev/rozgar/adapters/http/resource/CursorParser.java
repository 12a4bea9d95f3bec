package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.PageShape;
import java.util.List;
import java.util.Optional;

/// The cursor of a list. It is bound to the query that it was given out for.
public final class CursorParser {
    private CursorParser() {}

    /// The page of a list at which the query's cursor points; its beginning if there is none.
    ///
    /// @param faults of a query in which nothing else is wrong
    public static DocumentQuery page(QueryString query, DocumentQuery list, QueryFaults faults) {
        return query.first(QueryParser.CURSOR)
                .map(token -> after(token, List.of(list), faults))
                .orElse(list);
    }

    /// @param legal what the token may have been given out for
    /// @param faults of a query in which nothing else is wrong
    static DocumentQuery after(String token, List<DocumentQuery> legal, QueryFaults faults) {
        for (DocumentQuery query : legal) {
            Optional<Cursor> cursor = Cursor.parse(token, query);
            if (cursor.isEmpty()) continue;
            if (query.reaches(cursor.get())) return query.after(cursor.get());
            faults.add(
                    QueryParser.CURSOR,
                    "OUT_OF_RANGE",
                    "lies too far: a list of one each goes as far as " + PageShape.MOST_APART
                            + "; add filters, or leave that out");
            faults.raise();
        }
        faults.add(QueryParser.CURSOR, "MALFORMED", "is not a cursor of this list with these filters and this sort");
        faults.raise();
        throw new IllegalStateException("a fault is raised");
    }
}
