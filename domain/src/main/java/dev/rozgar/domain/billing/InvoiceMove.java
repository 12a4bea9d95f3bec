package dev.rozgar.domain.billing;

import dev.rozgar.domain.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What may be asked of an invoice's state, with what the move needs. Reasons are one line of at most 500 characters.
public sealed interface InvoiceMove {

    /// It becomes a document: with the next number of the year, and the customer as it stands.
    record Issue(InvoiceNumber number, BillingSnapshot customer, LocalDate dueOn) implements InvoiceMove {}

    /// Money came in.
    record RecordPayment(Money amount, String reference) implements InvoiceMove {
        public RecordPayment {
            reference = Text.line(reference, 100);
        }
    }

    /// Nobody expects the money any more.
    record WriteOff(String reason) implements InvoiceMove {
        public WriteOff {
            reason = Text.reason(reason);
        }
    }

    /// It should not have been; the number stays used.
    record MarkVoid(String reason) implements InvoiceMove {
        public MarkVoid {
            reason = Text.reason(reason);
        }
    }

    /// A part is given back, with the next number of the year's credit notes.
    record Credit(InvoiceNumber number, List<InvoiceLine> lines, String reason) implements InvoiceMove {
        public Credit {
            var note = new CreditNote(number, lines, Instant.EPOCH, reason);
            lines = note.lines();
            reason = note.reason();
        }

        /// With taxes.
        public Money amount() {
            return CreditNote.sum(lines);
        }
    }

    /// The moves' names, for the API and the log.
    enum Trigger {
        ISSUE,
        RECORD_PAYMENT,
        WRITE_OFF,
        VOID,
        CREDIT
    }

    /// This move's name.
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
