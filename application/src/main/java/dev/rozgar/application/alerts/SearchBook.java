package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import java.util.List;
import java.util.function.Function;

/// A keeper's saved searches and what they have found, read.
public final class SearchBook {
    private final Alerts alerts;

    public SearchBook(Alerts alerts) {
        this.alerts = alerts;
    }

    /// All of the caller's own, in the order of their ids.
    public Answer<List<SavedSearch>> list(Identity who, long after, int most) {
        return Approach.of(who, Right.SEARCH_SAVE)
                .create(
                        Owner.keeping(who),
                        _ -> Answer.Done.accepted(alerts.searches(who.keeper().orElseThrow(), after, most)));
    }

    public Answer<SavedSearch> read(Identity who, SavedSearchId id) {
        return own(who, id, search -> search);
    }

    /// What a search has found, the newest first.
    ///
    /// @param before a place of an earlier page; 0: from the newest on
    public Answer<List<Alerts.Found>> found(Identity who, SavedSearchId id, long before, int most) {
        return own(who, id, search -> alerts.found(search.id(), before, most));
    }

    private <R> Answer<R> own(Identity who, SavedSearchId id, Function<SavedSearch, R> go) {
        return Approach.of(who, Right.SEARCH_SAVE)
                .to(
                        () -> alerts.search(id).map(RemoveSearch::stand),
                        () -> false,
                        stand -> Answer.Done.accepted(go.apply(stand.thing())));
    }
}
