package dev.rozgar.adapters.postgres;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.billing.BillingSnapshot;
import dev.rozgar.domain.billing.FinancialYear;
import dev.rozgar.domain.billing.Gst;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.billing.InvoiceNumber;
import dev.rozgar.domain.billing.InvoiceTerms;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Invoices in every state, moved there as in life.
public final class SampleBills {
    public static final Instant NOW = Instant.parse("2026-05-04T05:30:00.007Z");
    public static final LocalDate DUE = LocalDate.of(2026, 5, 31);
    public static final CompanyId COMPANY = new CompanyId(1);
    public static final JobId JOB = new JobId(7);
    public static final ApplicationId APPLICATION = new ApplicationId(5);
    public static final FinancialYear YEAR = new FinancialYear(2026);
    private static final StateCode MAHARASHTRA = new StateCode("27");
    private static final StateCode KARNATAKA = new StateCode("29");

    private SampleBills() {}

    /// Every state, with every kind of row that it may have. The ids count from 1, and the numbers with them.
    public static Stream<Invoice> everyState() {
        return Stream.of(
                empty(1),
                draft(2),
                open(3),
                moved(open(4), credit(4, "10")),
                moved(open(5), pay("100.01")),
                moved(moved(open(6), pay("100.01")), pay("20.50")),
                moved(open(7), payAll(open(7))),
                moved(moved(open(8), payAll(open(8))), credit(8, "33.33")),
                moved(open(9), new InvoiceMove.WriteOff("Company is gone")),
                moved(moved(open(10), pay("1")), new InvoiceMove.WriteOff("Company is gone")),
                moved(open(11), new InvoiceMove.MarkVoid("Drafted twice")),
                moved(open(12), creditAll(open(12))));
    }

    /// Without a place of supply.
    public static Invoice empty(long id) {
        var terms = new InvoiceTerms(YearMonth.of(2026, 4), Currency.getInstance("INR"), MAHARASHTRA, Optional.empty());
        return accepted(Invoice.draft(new InvoiceId(id), COMPANY, terms, NOW));
    }

    public static Invoice draft(long id) {
        var place = Optional.of(id % 2 == 0 ? MAHARASHTRA : KARNATAKA);
        var terms = new InvoiceTerms(YearMonth.of(2026, 4), Currency.getInstance("INR"), MAHARASHTRA, place);
        var lines = List.of(
                line(LineKind.POST_FEE, 1, "499.99", Optional.empty()),
                line(LineKind.PER_APPLICATION, 3, "33.33", Optional.of(APPLICATION)));
        return accepted(
                accepted(Invoice.draft(new InvoiceId(id), COMPANY, terms, NOW)).withLines(lines, NOW));
    }

    public static Invoice open(long id) {
        return moved(draft(id), issue(id));
    }

    public static InvoiceMove issue(long sequence) {
        return new InvoiceMove.Issue(InvoiceNumber.invoice(YEAR, sequence), customer(), DUE);
    }

    public static InvoiceMove pay(String amount) {
        return new InvoiceMove.RecordPayment(Money.inr(amount), "UPI; 'ref'?");
    }

    public static InvoiceMove credit(long sequence, String price) {
        return new InvoiceMove.Credit(
                InvoiceNumber.creditNote(YEAR, sequence),
                List.of(
                        line(LineKind.CREDIT, 1, price, Optional.empty()),
                        line(LineKind.CREDIT, 1, "1.11", Optional.of(APPLICATION))),
                "Charged twice");
    }

    public static Invoice moved(Invoice invoice, InvoiceMove move) {
        return accepted(invoice.move(fit(invoice, move), invoice.updatedAt().plusSeconds(60)));
    }

    /// The same as the store has it after a write.
    public static Invoice stored(Invoice written) {
        return new Invoice(
                written.id(),
                written.company(),
                written.terms(),
                written.lines(),
                written.state(),
                written.payments(),
                written.creditNotes(),
                written.version() + 1,
                written.createdAt(),
                written.updatedAt());
    }

    public static <S> S accepted(Decision<S> decision) {
        return switch (decision) {
            case Decision.Accepted<S> yes -> yes.next();
            case Decision.Refused<S> no -> throw new AssertionError(no.reasons());
        };
    }

    private static InvoiceMove payAll(Invoice invoice) {
        return new InvoiceMove.RecordPayment(invoice.balance(), "NEFT 1");
    }

    private static InvoiceMove creditAll(Invoice invoice) {
        return new InvoiceMove.Credit(
                InvoiceNumber.creditNote(YEAR, invoice.id().value()),
                IntStream.range(0, invoice.lines().size())
                        .mapToObj(i -> invoice.lines().get(i).credited(i + 1))
                        .toList(),
                "All wrong");
    }

    /// The tax of the lines that are given back is split as the invoice asks.
    private static InvoiceMove fit(Invoice invoice, InvoiceMove move) {
        return move instanceof InvoiceMove.Credit(var number, var lines, var reason)
                ? new InvoiceMove.Credit(
                        number,
                        lines.stream()
                                .map(line -> line.at(invoice.terms().supply()))
                                .toList(),
                        reason)
                : move;
    }

    private static InvoiceLine line(LineKind kind, int quantity, String price, Optional<ApplicationId> application) {
        return new InvoiceLine(
                kind,
                "998513",
                Optional.of(JOB),
                application,
                quantity,
                Money.inr(price),
                Money.inr("0.50"),
                new Gst(new BigDecimal("18"), Gst.Supply.INTER_STATE));
    }

    private static BillingSnapshot customer() {
        var gstin = new Gstin("27AAPFU0939F1Z" + Gstin.checkDigit("27AAPFU0939F1Z"));
        var address = new Address(
                Optional.of("MG Road"),
                Optional.of("Pune"),
                Optional.empty(),
                Optional.of("411001"),
                new CountryCode("IN"));
        return new BillingSnapshot(
                new CompanyName("Rapid Riders"), Optional.of(gstin), Optional.of(address), Optional.of(gstin.state()));
    }
}
