package dev.rozgar.application.checking;

import dev.rozgar.application.document.Document;
import java.time.Instant;
import java.util.Optional;

/// How one document stands in the truth, its ledger included, all of one moment.
///
/// @param listed whether the copy should show it
/// @param debt what the ledger says of it; empty if it has never heard of it
/// @param spreading whether a change of many documents waits to be spread: this one may be among them
/// @param document as the truth builds it; empty if it is not listed, or if nobody asked for it
public record Standing(boolean listed, Optional<Debt> debt, boolean spreading, Optional<Document> document) {
    /// The ledger's line.
    ///
    /// @param wanted counts the changes
    /// @param indexed the change that the copy has acknowledged
    /// @param version handed out by the latest claim
    /// @param owed whether somebody will write it: there is an unpaid change, and it was not set aside
    /// @param since when the oldest unpaid change was made, or the last one if all are paid
    /// @param nextTry left alone until then
    /// @param tries how often the copy has refused it since it changed
    /// @param error what the copy said when it refused it
    public record Debt(
            long wanted,
            long indexed,
            long version,
            boolean owed,
            Instant since,
            Instant nextTry,
            int tries,
            Optional<String> error,
            boolean setAside) {}

    /// The version that the copy should hold, 0 if none was handed out yet.
    public long version() {
        return debt.map(Debt::version).orElse(0L);
    }

    public boolean isOwed() {
        return debt.filter(Debt::owed).isPresent();
    }

    /// Whether nothing has happened to it between two looks, and nothing was under way: what the copy held in
    /// between is then what it holds of this standing for good.
    boolean isSettledSince(Standing before) {
        return !isOwed()
                && !before.isOwed()
                && listed == before.listed
                && version() == before.version()
                && changes() == before.changes();
    }

    private long changes() {
        return debt.map(Debt::wanted).orElse(0L);
    }
}
