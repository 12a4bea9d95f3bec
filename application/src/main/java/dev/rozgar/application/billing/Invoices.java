package dev.rozgar.application.billing;

import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
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
    /// @param company   of this company; empty: of all
    /// @param overdueOn those that are overdue on this day, see [Invoice#isOverdue]; empty: all
    /// @param below     the last id of the page before; empty: from the newest on
    record Wanted(Optional<CompanyId> company, Optional<LocalDate> overdueOn, Optional<InvoiceId> below) {}
}
