package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Saves a search. Whether its query is legal, the door has seen to.
public final class SaveSearch {
    /// Of a query that is saved: which jobs have changed, and since when, come on top.
    public static final int MAX_FILTERS = 18;

    private final Transactions transactions;
    private final Clock clock;

    public SaveSearch(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// See [SavedSearch].
    public record Command(String name, String query, Scope scope) {}

    /// Throws [dev.rozgar.domain.InvalidValues] for what makes no search.
    public Answer<SavedSearch> handle(Identity who, Command command, Terms<SavedSearch> terms) {
        var now = clock.instant();
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.SEARCH_SAVE).create(Owner.keeping(who), _ -> {
                    Keeper keeper = who.keeper().orElseThrow();
                    if (space.alerts().searchesOf(keeper) >= SavedSearch.MOST) return full();
                    var search = new SavedSearch(
                            space.alerts().nextSearch(), keeper, command.name(), command.query(), command.scope(), now);
                    space.alerts().add(search);
                    return Answer.Done.accepted(search);
                }));
    }

    private static <R> Answer<R> full() {
        return new Answer.Refused<>(
                List.of(new Reason(
                        "TOO_MANY_SEARCHES",
                        SavedSearch.MOST + " searches are saved, and no more can be.",
                        "Remove one of them.")),
                Optional.empty());
    }
}
