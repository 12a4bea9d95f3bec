package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A keeper's saved searches and what they have found, read.
public final class SearchBook {
    private final Alerts alerts;

    public SearchBook(Alerts alerts) {
        this.alerts = alerts;
    }

    /// All of the caller's own, in the order of their ids.
    public Answer<List<SavedSearch>> list(Identity who, long after, int most) {
        Verdict verdict =
                Access.judge(who, Right.SEARCH_SAVE, who.keeper().map(Owner::of).orElse(Owner.NOBODY));
        if (verdict != Verdict.ALLOWED) return new Answer.Denied<>(verdict);
        return Answer.Done.accepted(alerts.searches(who.keeper().orElseThrow(), after, most));
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
        Verdict role = Access.judge(who, Right.SEARCH_SAVE, Owner.NOBODY);
        if (role == Verdict.UNKNOWN_CALLER || role == Verdict.FORBIDDEN) return new Answer.Denied<>(role);
        Optional<SavedSearch> found = alerts.search(id);
        if (found.isEmpty()) return new Answer.Missing<>();
        Verdict verdict =
                Access.judge(who, Right.SEARCH_SAVE, Owner.of(found.get().keeper()));
        if (verdict != Verdict.ALLOWED) return new Answer.Denied<>(verdict);
        return Answer.Done.accepted(go.apply(found.get()));
    }
}
