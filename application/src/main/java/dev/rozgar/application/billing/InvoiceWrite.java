package dev.rozgar.application.billing;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.change.BillingDesk.Counter;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.billing.BillingSnapshot;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyName;
import java.time.Instant;
import java.util.Optional;

/// Invoices between the checks and the store.
final class InvoiceWrite {
    /// Of a draft whose company was removed: it cannot be issued.
    private static final BillingSnapshot NOBODY = new BillingSnapshot(
            new CompanyName("Removed company"), Optional.empty(), Optional.empty(), Optional.empty());

    private InvoiceWrite() {}

    /// An invoice with its customer as it stands now.
    ///
    /// @param number that was drawn for a new document, or 0
    record Bill(Invoice invoice, BillingSnapshot customer, long number) {}

    static Optional<Standpoint<Bill>> find(Workspace space, InvoiceId id, Instant now) {
        return find(space, id, now, Optional.empty());
    }

    static Optional<Standpoint<Bill>> find(Workspace space, InvoiceId id, Instant now, Optional<Counter> counter) {
        return space.billing().lock(id, counter).map(filed -> {
            var invoice = filed.invoice();
            return standing(new Bill(invoice, customer(filed.company(), invoice), filed.number()), now);
        });
    }

    private static Standpoint<Bill> standing(Bill bill, Instant now) {
        var invoice = bill.invoice();
        return new Standpoint<>(
                bill,
                Owner.of(invoice.company()),
                invoice.state().kind(),
                invoice.version(),
                () -> invoice.options(now, bill.customer()));
    }

    /// A removed company is what its invoice says.
    private static BillingSnapshot customer(Optional<Company> company, Invoice invoice) {
        return company.map(Company::profile)
                .map(BillingSnapshot::of)
                .or(() -> invoice.state().issued().map(issue -> issue.customer()))
                .orElse(NOBODY);
    }

    static Changed<Invoice> write(Workspace space, Accepted<Invoice> decided, Identity who, Optional<String> reason) {
        space.billing().save(decided.next());
        long version = decided.next().version() + 1;
        var lines = new Logbook(space, who).write(decided.events(), version, reason);
        return new Changed<>(stored(decided.next()), version, lines);
    }

    /// As it is in store once it has been saved.
    static Invoice stored(Invoice invoice) {
        return new Invoice(
                invoice.id(),
                invoice.company(),
                invoice.terms(),
                invoice.lines(),
                invoice.state(),
                invoice.payments(),
                invoice.creditNotes(),
                invoice.version() + 1,
                invoice.createdAt(),
                invoice.updatedAt());
    }
}
