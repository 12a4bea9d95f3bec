package dev.rozgar.application.billing;

import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.CompanyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Invoices read as they stand, without a lock.
public interface Invoices {
    Optional<Invoice> find(InvoiceId id);

    /// The newest first, which have the highest ids.
    List<Invoice> list(Wanted wanted, int most);

    /// Which ones.
    ///
    /// @param company of this company; empty: of all
    /// @param state   in this state; empty: in any
    /// @param overdue those that are late, or those that are not; empty: all
    /// @param below   the last id of the page before; empty: from the newest on
    record Wanted(
            Optional<CompanyId> company,
            Optional<InvoiceState.Kind> state,
            Optional<Overdue> overdue,
            Optional<InvoiceId> below) {
        /// All of them, from the newest on.
        public static final Wanted ALL =
                new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// See [Invoice#isOverdue].
    ///
    /// @param on   that day
    /// @param late overdue; else: not overdue
    record Overdue(LocalDate on, boolean late) {}
}
