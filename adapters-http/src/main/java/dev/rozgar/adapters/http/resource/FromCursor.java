package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.PageShape;
import java.util.List;
import java.util.Optional;

/// The page at which a cursor points.
public final class FromCursor {
    private FromCursor() {}

    /// The list's beginning if there is no cursor.
    ///
    /// @throws Refusal (400) if the cursor is of another list
    public static DocumentQuery of(QueryString query, DocumentQuery whole) {
        return of(query, List.of(whole));
    }

    /// @param legal lists for which the cursor may have been given out; the first is the one that was asked for
    static DocumentQuery of(QueryString query, List<DocumentQuery> legal) {
        return query.first(QueryParser.CURSOR).map(token -> after(token, legal)).orElse(legal.getFirst());
    }

    private static DocumentQuery after(String token, List<DocumentQuery> legal) {
        return legal.stream()
                .flatMap(query -> after(token, query).stream())
                .findFirst()
                .orElseThrow(
                        () -> refusal("MALFORMED", "is not a cursor of this list with these filters and this sort"));
    }

    private static Optional<DocumentQuery> after(String token, DocumentQuery whole) {
        Optional<Cursor> cursor = Cursor.parse(token, whole);
        if (cursor.isPresent() && !whole.reaches(cursor.get()))
            throw refusal(
                    "OUT_OF_RANGE",
                    "lies too far: a list of one each goes as far as " + PageShape.MOST_APART
                            + "; add filters, or leave that out");
        return cursor.map(whole::after);
    }

    private static Refusal refusal(String code, String message) {
        return new Refusal(Problem.faulty(
                ProblemType.INVALID_QUERY, List.of(Problem.Error.ofParameter(QueryParser.CURSOR, code, message))));
    }
}
