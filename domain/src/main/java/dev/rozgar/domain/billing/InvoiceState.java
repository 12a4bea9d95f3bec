package dev.rozgar.domain.billing;

import static dev.rozgar.domain.Decision.unlessBlocked;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.billing.InvoiceMove.Credit;
import dev.rozgar.domain.billing.InvoiceMove.Issue;
import dev.rozgar.domain.billing.InvoiceMove.MarkVoid;
import dev.rozgar.domain.billing.InvoiceMove.RecordPayment;
import dev.rozgar.domain.billing.InvoiceMove.WriteOff;
import dev.rozgar.domain.machine.NoArrow;
import java.time.Instant;
import java.util.Optional;

/// Where an invoice stands: the whole machine on one page (after Stripe's, with part payments). Everything but a draft
/// carries what it was issued with. That an invoice is overdue is no state: it follows from its balance and the date.
public sealed interface InvoiceState {

    /// Being put together; the only state in which lines change, and the only one that can be deleted.
    record Draft() implements InvoiceState {}

    /// Sent out; nothing is paid yet.
    record Open(Issuance issue) implements InvoiceState {}

    /// Some of it is paid.
    record PartiallyPaid(Issuance issue, Instant since) implements InvoiceState {
        public PartiallyPaid {
            since = Millis.of(since);
        }
    }

    /// Nothing is left to pay, and something was paid.
    record Paid(Issuance issue, Instant at) implements InvoiceState {
        public Paid {
            at = Millis.of(at);
        }
    }

    /// Nobody expects the money any more; it may come all the same.
    record Uncollectible(Issuance issue, Instant at, String reason) implements InvoiceState {
        public Uncollectible {
            at = Millis.of(at);
            reason = Text.reason(reason);
        }
    }

    /// Should not have been; asks for nothing.
    record Voided(Issuance issue, Instant at, String reason) implements InvoiceState {
        public Voided {
            at = Millis.of(at);
            reason = Text.reason(reason);
        }
    }

    /// All of it was given back before anything was paid.
    record Credited(Issuance issue, Instant at) implements InvoiceState {
        public Credited {
            at = Millis.of(at);
        }
    }

    /// The states' names, for storage and for the API.
    enum Kind {
        DRAFT,
        OPEN,
        PARTIALLY_PAID,
        PAID,
        UNCOLLECTIBLE,
        VOID,
        CREDITED
    }

    /// This state's name.
    default Kind kind() {
        return switch (this) {
            case Draft _ -> Kind.DRAFT;
            case Open _ -> Kind.OPEN;
            case PartiallyPaid _ -> Kind.PARTIALLY_PAID;
            case Paid _ -> Kind.PAID;
            case Uncollectible _ -> Kind.UNCOLLECTIBLE;
            case Voided _ -> Kind.VOID;
            case Credited _ -> Kind.CREDITED;
        };
    }

    /// What it was issued with.
    default Optional<Issuance> issued() {
        return switch (this) {
            case Draft _ -> Optional.empty();
            case Open(Issuance issue) -> Optional.of(issue);
            case PartiallyPaid(Issuance issue, Instant _) -> Optional.of(issue);
            case Paid(Issuance issue, Instant _) -> Optional.of(issue);
            case Uncollectible(Issuance issue, Instant _, String _) -> Optional.of(issue);
            case Voided(Issuance issue, Instant _, String _) -> Optional.of(issue);
            case Credited(Issuance issue, Instant _) -> Optional.of(issue);
        };
    }

    /// Nothing leads out. From [Paid] credits do, though the state stays.
    default boolean isTerminal() {
        return this instanceof Voided || this instanceof Credited;
    }

    /// What the move leads to from here, or every reason against it. Nothing else changes.
    default Decision<InvoiceState> on(InvoiceMove move, Instant now, InvoiceFacts facts) {
        return switch (this) {
            case Draft _ ->
                switch (move) {
                    case Issue(InvoiceNumber number, BillingSnapshot customer, var dueOn) ->
                        unlessBlocked(
                                InvoiceGuards.issuable(customer, facts),
                                () -> new Open(new Issuance(number, customer, now, dueOn)));
                    case RecordPayment _, WriteOff _, MarkVoid _, Credit _ -> undefined(move);
                };
            case Open(Issuance issue) ->
                switch (move) {
                    case RecordPayment payment -> paid(issue, payment, now, facts);
                    case WriteOff(String reason) -> Decision.accepted(new Uncollectible(issue, now, reason));
                    case MarkVoid(String reason) -> voided(issue, reason, now, facts);
                    case Credit credit -> credited(credit, now, facts);
                    case Issue _ -> undefined(move);
                };
            case PartiallyPaid(Issuance issue, Instant _) ->
                switch (move) {
                    case RecordPayment payment -> paid(issue, payment, now, facts);
                    case WriteOff(String reason) -> Decision.accepted(new Uncollectible(issue, now, reason));
                    case Credit credit -> credited(credit, now, facts);
                    case Issue _, MarkVoid _ -> undefined(move);
                };
            case Uncollectible(Issuance issue, Instant _, String _) ->
                switch (move) {
                    case RecordPayment payment -> paid(issue, payment, now, facts);
                    case MarkVoid(String reason) -> voided(issue, reason, now, facts);
                    case Issue _, WriteOff _, Credit _ -> undefined(move);
                };
            case Paid _ ->
                switch (move) {
                    case Credit credit -> credited(credit, now, facts);
                    case Issue _, RecordPayment _, WriteOff _, MarkVoid _ -> undefined(move);
                };
            case Voided _, Credited _ -> undefined(move);
        };
    }

    private static Decision<InvoiceState> paid(Issuance issue, RecordPayment payment, Instant now, InvoiceFacts facts) {
        var amount = payment.amount();
        return unlessBlocked(
                InvoiceGuards.payable(amount, facts),
                () -> amount.equals(facts.balance()) ? new Paid(issue, now) : new PartiallyPaid(issue, now));
    }

    private static Decision<InvoiceState> voided(Issuance issue, String reason, Instant now, InvoiceFacts facts) {
        return unlessBlocked(InvoiceGuards.untouched(facts), () -> new Voided(issue, now, reason));
    }

    private Decision<InvoiceState> credited(Credit credit, Instant now, InvoiceFacts facts) {
        return unlessBlocked(InvoiceGuards.creditable(credit, facts), () -> afterCredit(credit.amount(), now, facts));
    }

    /// It stays what it was, unless nothing is left to pay: then it is CREDITED if nobody ever paid, else PAID, for a
    /// part-paid invoice without a balance would wait for ever.
    private InvoiceState afterCredit(Money amount, Instant now, InvoiceFacts facts) {
        boolean settled = amount.compareTo(facts.balance()) >= 0;
        return switch (this) {
            case Open(Issuance issue) -> settled ? new Credited(issue, now) : this;
            case PartiallyPaid(Issuance issue, Instant _) -> settled ? new Paid(issue, now) : this;
            case Draft _, Paid _, Uncollectible _, Voided _, Credited _ -> this;
        };
    }

    private Decision<InvoiceState> undefined(InvoiceMove move) {
        return NoArrow.refused(move.trigger(), "invoice", kind());
    }
}
