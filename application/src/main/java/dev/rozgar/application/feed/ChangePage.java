package dev.rozgar.application.feed;

import java.util.List;

/// Changes that follow a cursor.
///
/// @param next where the following page begins; another place even where nothing matched, if something was passed by
/// @param more whether there is more to be read at once
public record ChangePage(List<Change> changes, FeedCursor next, boolean more) {
    public ChangePage {
        changes = List.copyOf(changes);
    }

    /// Whether there is nothing to tell, now.
    public boolean isSilent() {
        return changes.isEmpty() && !more;
    }
}
