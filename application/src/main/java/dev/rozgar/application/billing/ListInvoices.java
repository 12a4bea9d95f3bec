package dev.rozgar.application.billing;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Reach;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.billing.Invoices.Overdue;
import dev.rozgar.application.billing.Invoices.Wanted;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.CompanyId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Lists invoices, the newest first: a company's own to its recruiters, all to those who keep the books.
public final class ListInvoices {
    private final Invoices invoices;
    private final Clock clock;

    public ListInvoices(Invoices invoices, Clock clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    /// @param company empty: all that the caller may see
    /// @param state   empty: any
    /// @param overdue those that are late today, or those that are not; empty: all
    /// @param below   the last id of the page before; empty: from the newest on
    public record Command(
            Optional<CompanyId> company,
            Optional<InvoiceState.Kind> state,
            Optional<Boolean> overdue,
            Optional<InvoiceId> below,
            int most) {}

    public Answer<List<Invoice>> handle(Identity who, Command command) {
        boolean ownOnly =
                Right.INVOICE_READ.of(who.role()).filter(Reach.OWN::equals).isPresent();
        var company = command.company().or(() -> ownOnly ? who.company() : Optional.empty());
        var verdict = Access.judge(who, Right.INVOICE_READ, new Owner(company, Optional.empty()));
        if (verdict != Verdict.ALLOWED) return new Answer.Denied<>(verdict);
        var today = BoardDay.of(clock.instant());
        var overdue = command.overdue().map(late -> new Overdue(today, late));
        var wanted = new Wanted(company, command.state(), overdue, command.below());
        return Answer.Done.accepted(invoices.list(wanted, command.most()));
    }
}
