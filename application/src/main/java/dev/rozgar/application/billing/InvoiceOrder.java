package dev.rozgar.application.billing;

import dev.rozgar.domain.billing.InvoiceMove.Trigger;
import dev.rozgar.domain.billing.Money;
import java.util.List;

/// What somebody wants done to an invoice. Numbers, dates and the customer's particulars are not theirs to say.
public sealed interface InvoiceOrder {
    /// It becomes a document.
    record Issue() implements InvoiceOrder {}

    /// Money came in.
    record RecordPayment(Money amount, String reference) implements InvoiceOrder {}

    /// Nobody expects the money any more.
    record WriteOff(String reason) implements InvoiceOrder {}

    /// It should not have been.
    record MarkVoid(String reason) implements InvoiceOrder {}

    /// Lines are given back, each of them whole.
    ///
    /// @param lines which ones, counted from 1; empty: all that are left
    record Credit(List<Integer> lines, String reason) implements InvoiceOrder {
        public Credit {
            lines = List.copyOf(lines);
        }
    }

    /// The name of the move that it leads to.
    default Trigger trigger() {
        return switch (this) {
            case Issue _ -> Trigger.ISSUE;
            case RecordPayment _ -> Trigger.RECORD_PAYMENT;
            case WriteOff _ -> Trigger.WRITE_OFF;
            case MarkVoid _ -> Trigger.VOID;
            case Credit _ -> Trigger.CREDIT;
        };
    }
}
