package dev.rozgar.domain.billing;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.StateCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Invoices to test with.
final class SampleInvoices {
    static final Instant NOW = Instant.parse("2026-05-04T05:30:00Z");
    static final LocalDate DUE = LocalDate.of(2026, 5, 31);
    static final Currency INR = Currency.getInstance("INR");
    static final StateCode MAHARASHTRA = new StateCode("27");
    static final StateCode KARNATAKA = new StateCode("29");
    static final InvoiceNumber NUMBER = InvoiceNumber.invoice(new FinancialYear(2026), 1);
    static final InvoiceNumber NOTE = InvoiceNumber.creditNote(new FinancialYear(2026), 1);
    static final Issuance ISSUED = new Issuance(NUMBER, customer(), NOW, DUE);

    private SampleInvoices() {}

    static InvoiceTerms terms(StateCode placeOfSupply) {
        return new InvoiceTerms(YearMonth.of(2026, 4), INR, MAHARASHTRA, Optional.of(placeOfSupply));
    }

    static BillingSnapshot customer() {
        var gstin = new Gstin("27AAPFU0939F1Z" + Gstin.checkDigit("27AAPFU0939F1Z"));
        return new BillingSnapshot(
                new CompanyName("Rapid Riders"), Optional.of(gstin), Optional.empty(), Optional.of(gstin.state()));
    }

    static BillingSnapshot unregistered() {
        return new BillingSnapshot(
                new CompanyName("Rapid Riders"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static InvoiceLine line(int quantity, String price, String discount, Gst.Supply supply) {
        return new InvoiceLine(
                LineKind.POST_FEE,
                "998599",
                Optional.empty(),
                Optional.empty(),
                quantity,
                Money.inr(price),
                Money.inr(discount),
                Gst.standard(supply));
    }

    static InvoiceLine line(String price) {
        return line(1, price, "0", Gst.Supply.INTRA_STATE);
    }

    static Invoice draft(InvoiceLine... lines) {
        return accepted(accepted(Invoice.draft(new InvoiceId(1), new CompanyId(1), terms(MAHARASHTRA), NOW))
                .withLines(List.of(lines), NOW));
    }

    /// Of 118.00 rupees in all.
    static Invoice open() {
        return accepted(draft(line("100")).move(issue(), NOW));
    }

    static InvoiceMove.Issue issue() {
        return new InvoiceMove.Issue(NUMBER, customer(), DUE);
    }

    static InvoiceMove.RecordPayment pay(String amount) {
        return new InvoiceMove.RecordPayment(Money.inr(amount), "UPI 1");
    }

    static InvoiceMove.Credit credit(String price) {
        return new InvoiceMove.Credit(NOTE, List.of(give(price)), "Charged twice");
    }

    /// A part of some line, or of none: only the total limits it.
    static InvoiceLine give(String price) {
        return new InvoiceLine(
                LineKind.CREDIT,
                "998599",
                Optional.empty(),
                Optional.empty(),
                1,
                Money.inr(price),
                Money.inr("0"),
                Gst.standard(Gst.Supply.INTRA_STATE));
    }

    static <S> S accepted(Decision<S> decision) {
        return switch (decision) {
            case Decision.Accepted<S> yes -> yes.next();
            case Decision.Refused<S> no -> throw new AssertionError(no.reasons());
        };
    }

    static List<String> codes(Decision<?> decision) {
        return switch (decision) {
            case Decision.Accepted<?> yes -> throw new AssertionError("accepted: " + yes.next());
            case Decision.Refused<?> no ->
                no.reasons().stream().map(Reason::code).toList();
        };
    }
}
