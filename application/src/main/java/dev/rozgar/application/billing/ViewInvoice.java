package dev.rozgar.application.billing;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.View;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import java.time.Clock;

/// Shows an invoice to its customer and to those who keep the books, with what may happen to it now.
public final class ViewInvoice {
    private final Transactions transactions;
    private final Clock clock;

    public ViewInvoice(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Answer<View<Invoice>> handle(Identity who, InvoiceId id) {
        var now = clock.instant();
        return transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.INVOICE_READ)
                        .to(
                                () -> InvoiceWrite.find(space, id, now),
                                () -> false,
                                stand -> Answer.Done.accepted(new View<>(
                                        stand.thing().invoice(), stand.view().options()))));
    }
}
