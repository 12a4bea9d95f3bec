package dev.rozgar.application.document;

import java.util.Optional;
import java.util.function.Supplier;

/// The places from which the pages around one are read.
///
/// @param back the page before; empty on the first
/// @param on the page behind; empty on the last
public record Ways(Optional<Cursor> back, Optional<Cursor> on) {
    /// Of a list that has one page.
    public static final Ways NONE = new Ways(Optional.empty(), Optional.empty());

    /// Of a first page.
    public static Ways on(Optional<Cursor> following) {
        return new Ways(Optional.empty(), following);
    }

    /// Of a page that has been read. Whoever came by a cursor came from somewhere, so the list goes on there; in
    /// the direction of reading it does if the store has seen more. An empty page has no place to go on from.
    ///
    /// @param shown documents on it
    /// @param more whether there is one more in the direction of reading
    /// @param first the place of its first document in the list's order, asked for if it leads on
    /// @param last of its last one
    public static Ways of(DocumentQuery query, int shown, boolean more, Supplier<Cursor> first, Supplier<Cursor> last) {
        if (query.shape().onePer().isPresent()) return numbered(query.skipped(), query.room(), more);
        if (shown == 0) return NONE;
        boolean backwards = query.isBackwards();
        boolean back = backwards ? more : query.after().isPresent();
        boolean on = backwards || more;
        return new Ways(
                back ? Optional.of(first.get().before()) : Optional.empty(),
                on ? Optional.of(last.get()) : Optional.empty());
    }

    /// @param room of kinds; where there are more the page is full
    private static Ways numbered(int begin, int room, boolean more) {
        return new Ways(
                begin > 0 ? Optional.of(Cursor.behind(begin).before()) : Optional.empty(),
                more ? Optional.of(Cursor.behind(begin + room)) : Optional.empty());
    }
}
