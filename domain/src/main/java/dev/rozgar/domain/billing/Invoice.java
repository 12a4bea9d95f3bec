package dev.rozgar.domain.billing;

import static dev.rozgar.domain.Decision.accepted;
import static dev.rozgar.domain.Decision.refused;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.billing.InvoiceState.Draft;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.machine.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a company owes for a month. Loading rows is `new Invoice(…)`: what is always true is checked here, and every
/// sum is derived from the rows. `total + refundable = paid + credited + balance`, to the cent.
///
/// @param lines       at most 5000; they change only while it is a draft
/// @param payments    in the order in which they came
/// @param creditNotes in the order of their numbers
/// @param version     0 while it is not stored yet; the store raises it on every write and compares it before
public record Invoice(
        InvoiceId id,
        CompanyId company,
        InvoiceTerms terms,
        List<InvoiceLine> lines,
        InvoiceState state,
        List<Payment> payments,
        List<CreditNote> creditNotes,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    public Invoice {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        creditNotes = List.copyOf(creditNotes);
        var faults = new Faults();
        createdAt = faults.keep("created_at", createdAt, Millis::of);
        updatedAt = faults.keep("updated_at", updatedAt, Millis::of);
        faults.unless(version >= 0, "version", "TOO_SMALL", "starts at 0");
        faults.unless(!updatedAt.isBefore(createdAt), "updated_at", "CONTRADICTION", "is before created_at");
        faults.size("lines", lines.size(), 0, 5000);
        faults.unless(
                lines.stream().noneMatch(line -> line.kind() == LineKind.CREDIT),
                "lines",
                "NOT_ALLOWED",
                "credits stand on credit notes");
        faults.unless(
                lines.stream().allMatch(terms::fit),
                "lines",
                "CONTRADICTION",
                "differ from the invoice in currency or in the split of the tax");
        faults.unless(
                creditNotes.stream().flatMap(note -> note.lines().stream()).allMatch(terms::fit),
                "credit_notes",
                "CONTRADICTION",
                "differ from the invoice in currency or in the split of the tax");
        faults.unless(
                !(state instanceof Draft) || (payments.isEmpty() && creditNotes.isEmpty()),
                "payments",
                "CONTRADICTION",
                "a draft has no payments and no credit notes");
        faults.raise();
    }

    /// A new draft without lines.
    public static Decision<Invoice> draft(InvoiceId id, CompanyId company, InvoiceTerms terms, Instant now) {
        var invoice = new Invoice(id, company, terms, List.of(), new Draft(), List.of(), List.of(), 0, now, now);
        return accepted(invoice, new InvoiceEvent.Drafted(id, invoice.createdAt));
    }

    /// Any move; a payment or a credit note joins the rows.
    ///
    /// @throws dev.rozgar.domain.InvalidValues on money in another currency, or credit lines that do not fit
    public Decision<Invoice> move(InvoiceMove move, Instant now) {
        return state.on(move, now, facts()).then(next -> {
            var moved = new Invoice(
                    id,
                    company,
                    terms,
                    lines,
                    next,
                    paymentsAfter(move, now),
                    creditNotesAfter(move, now),
                    version,
                    createdAt,
                    latest(now));
            return accepted(
                    moved,
                    new InvoiceEvent.StateChanged(id, move.trigger(), state.kind(), next.kind(), moved.updatedAt));
        });
    }

    /// The draft with one more line; its tax is split as the invoice asks.
    public Decision<Invoice> plusLine(InvoiceLine line, Instant now) {
        var longer = new ArrayList<>(lines);
        longer.add(line);
        return with(terms, longer, now);
    }

    /// The draft with these lines; their tax is split as the invoice asks.
    public Decision<Invoice> withLines(List<InvoiceLine> changed, Instant now) {
        return with(terms, changed, now);
    }

    /// The draft for another place of supply, its lines' tax split anew.
    public Decision<Invoice> withTerms(InvoiceTerms changed, Instant now) {
        return with(changed, lines, now);
    }

    /// The end of a draft: nothing else can be deleted, for its number must stay in the books.
    public Decision<Invoice> delete(Instant now) {
        return state instanceof Draft
                ? accepted(this, new InvoiceEvent.Deleted(id, latest(Millis.of(now))))
                : refused(new Reason(
                        "NOT_DELETABLE", "An issued invoice cannot be deleted.", "Void it, or credit all of it."));
    }

    /// What may happen now, thinking of a payment or a credit of the whole balance.
    public List<Option<InvoiceState.Kind, InvoiceMove.Trigger>> options(Instant now, BillingSnapshot customer) {
        return InvoiceMachine.options(this, now, customer);
    }

    /// Prices less discounts.
    public Money subtotal() {
        return sum(lines.stream().map(InvoiceLine::taxable).toList());
    }

    /// All taxes: those of the lines added up, each rounded on its line.
    public Money tax() {
        return sum(lines.stream().map(InvoiceLine::tax).toList());
    }

    /// With taxes.
    public Money total() {
        return subtotal().plus(tax());
    }

    /// What came in.
    public Money paid() {
        return sum(payments.stream().map(Payment::amount).toList());
    }

    /// What was given back, with taxes.
    public Money credited() {
        return sum(creditNotes.stream().map(CreditNote::amount).toList());
    }

    /// The numbers of the lines that credit notes give back, counted from 1; each can be given back once.
    public Set<Integer> creditedLines() {
        return creditNotes.stream()
                .flatMap(note -> note.lines().stream())
                .flatMapToInt(line -> line.credits().stream())
                .boxed()
                .collect(Collectors.toSet());
    }

    /// What is still to be paid; nothing of a void invoice is.
    public Money balance() {
        return state instanceof InvoiceState.Voided ? Money.zero(terms.currency()) : facts().balance();
    }

    /// What is to be paid back: credits on top of what had been paid.
    public Money refundable() {
        return paid().plus(credited()).minusOrZero(total());
    }

    /// Derived from the date and never stored: something is to be paid, and its day has passed.
    ///
    /// @param today the date where the board is
    public boolean isOverdue(LocalDate today) {
        return balance().isPositive()
                && state.issued().filter(issue -> issue.dueOn().isBefore(today)).isPresent();
    }

    InvoiceFacts facts() {
        return new InvoiceFacts(
                lines.size(), terms.placeOfSupply().isPresent(), total(), paid(), credited(), creditedLines());
    }

    private Decision<Invoice> with(InvoiceTerms changed, List<InvoiceLine> drafted, Instant now) {
        if (!(state instanceof Draft)) {
            return refused(new Reason(
                    "NOT_EDITABLE", "An issued invoice cannot be edited.", "Credit it, and draft another one."));
        }
        var split = drafted.stream().map(line -> line.at(changed.supply())).toList();
        var next =
                new Invoice(id, company, changed, split, state, payments, creditNotes, version, createdAt, latest(now));
        return accepted(next, new InvoiceEvent.LinesChanged(id, next.updatedAt));
    }

    private List<Payment> paymentsAfter(InvoiceMove move, Instant now) {
        return switch (move) {
            case InvoiceMove.RecordPayment(Money amount, String reference) ->
                plus(payments, new Payment(amount, now, reference));
            case InvoiceMove.Issue _, InvoiceMove.WriteOff _, InvoiceMove.MarkVoid _, InvoiceMove.Credit _ -> payments;
        };
    }

    private List<CreditNote> creditNotesAfter(InvoiceMove move, Instant now) {
        return switch (move) {
            case InvoiceMove.Credit(InvoiceNumber number, List<InvoiceLine> credits, String reason) ->
                plus(creditNotes, new CreditNote(number, credits, now, reason));
            case InvoiceMove.Issue _, InvoiceMove.RecordPayment _, InvoiceMove.WriteOff _, InvoiceMove.MarkVoid _ ->
                creditNotes;
        };
    }

    private static <T> List<T> plus(List<T> before, T last) {
        var longer = new ArrayList<>(before);
        longer.add(last);
        return longer;
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(terms.currency()), Money::plus);
    }

    /// Clocks of several nodes differ a little; a row never grows younger.
    private Instant latest(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }
}
