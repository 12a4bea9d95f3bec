package dev.rozgar.application.alerts;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Removes a saved search with all that it has found.
public final class RemoveSearch {
    private final Transactions transactions;

    public RemoveSearch(Transactions transactions) {
        this.transactions = transactions;
    }

    /// @param version that the caller has seen, if it says so; a saved search has no other than 1
    public record Command(SavedSearchId id, OptionalLong version) {}

    public Answer<SavedSearch> handle(Identity who, Command command, Terms<SavedSearch> terms) {
        var approach = new Approach(who, Right.SEARCH_SAVE, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> space.alerts().lock(command.id()).map(RemoveSearch::stand), () -> false, stand -> {
                            space.alerts().remove(command.id());
                            return Answer.Done.accepted(stand.thing());
                        }));
    }

    static Standpoint<SavedSearch> stand(SavedSearch search) {
        return new Standpoint<>(search, Owner.of(search.keeper()), search.scope(), 1, List::of);
    }
}
