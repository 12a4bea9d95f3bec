package dev.rozgar.application.billing;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Ends a draft; what stood on it can be billed again.
public final class DeleteInvoice {
    private final Transactions transactions;
    private final Clock clock;

    public DeleteInvoice(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param version that the caller has seen, if it says so
    public record Command(InvoiceId id, OptionalLong version) {}

    public Answer<Changed<Invoice>> handle(Identity who, Command command, Terms<Changed<Invoice>> terms) {
        var now = clock.instant();
        var approach = new Approach(who, Right.INVOICE_DRAFT, command.version(), Optional.empty());
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> InvoiceWrite.find(space, command.id(), now), () -> false, stand -> switch (stand.thing()
                                .invoice()
                                .delete(now)) {
                            case Decision.Accepted<Invoice>(var last, var _) -> {
                                space.billing().delete(last);
                                yield Answer.Done.accepted(new Changed<>(last, last.version(), List.of()));
                            }
                            case Decision.Refused<Invoice>(var reasons) -> stand.refused(reasons);
                        }));
    }
}
