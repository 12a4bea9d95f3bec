package dev.rozgar.adapters.postgres.billing;

import dev.rozgar.adapters.postgres.sql.Places;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.domain.billing.BillingSnapshot;
import dev.rozgar.domain.billing.CreditNote;
import dev.rozgar.domain.billing.Gst;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.InvoiceNumber;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.billing.InvoiceTerms;
import dev.rozgar.domain.billing.Issuance;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.billing.Payment;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;

/// Rows as invoices, through the canonical constructors; [InvoiceWriter] is the way there. The split of the tax is
/// derived again from the rate, not read.
final class InvoiceReader {
    /// To be followed by a condition; each row is read by [#read].
    static final String SELECT = """
            select json_build_object(
                'invoice', row_to_json(i),
                'lines', (
                    select coalesce(json_agg(l order by l.position), '[]') from invoice_line l where l.invoice_id = i.id),
                'payments', (
                    select coalesce(json_agg(p order by p.position), '[]') from payment p where p.invoice_id = i.id),
                'credit_notes', (
                    select coalesce(json_agg(json_build_object(
                        'note', row_to_json(n),
                        'lines', (
                            select json_agg(l order by l.position) from credit_note_line l
                            where l.invoice_id = i.id and l.note = n.position)) order by n.position), '[]')
                    from credit_note n where n.invoice_id = i.id))::text
            from invoice i where\s""";

    private final InvoiceTerms terms;

    private InvoiceReader(InvoiceTerms terms) {
        this.terms = terms;
    }

    static Invoice read(ResultSet row) throws SQLException {
        RowReader rows = RowReader.of(row.getString(1));
        return new InvoiceReader(terms(rows.row("invoice"))).invoice(rows);
    }

    private static InvoiceTerms terms(RowReader invoice) {
        return new InvoiceTerms(
                YearMonth.from(LocalDate.parse(invoice.text("period"))),
                Currency.getInstance(invoice.text("currency")),
                new StateCode(invoice.text("supplier")),
                invoice.maybeText("place_of_supply").map(StateCode::new));
    }

    private Invoice invoice(RowReader rows) {
        RowReader invoice = rows.row("invoice");
        return new Invoice(
                new InvoiceId(invoice.whole("id")),
                new CompanyId(invoice.whole("company_id")),
                terms,
                rows.rows("lines", line -> line(LineKind.valueOf(line.text("kind")), line)),
                state(invoice),
                rows.rows("payments", this::payment),
                rows.rows("credit_notes", this::creditNote),
                invoice.whole("version"),
                invoice.moment("created_at"),
                invoice.moment("updated_at"));
    }

    private static InvoiceState state(RowReader invoice) {
        return switch (InvoiceState.Kind.valueOf(invoice.text("state"))) {
            case DRAFT -> new InvoiceState.Draft();
            case OPEN -> new InvoiceState.Open(issue(invoice));
            case PARTIALLY_PAID -> new InvoiceState.PartiallyPaid(issue(invoice), invoice.moment("state_at"));
            case PAID -> new InvoiceState.Paid(issue(invoice), invoice.moment("state_at"));
            case UNCOLLECTIBLE ->
                new InvoiceState.Uncollectible(
                        issue(invoice), invoice.moment("state_at"), invoice.text("state_reason"));
            case VOID ->
                new InvoiceState.Voided(issue(invoice), invoice.moment("state_at"), invoice.text("state_reason"));
            case CREDITED -> new InvoiceState.Credited(issue(invoice), invoice.moment("state_at"));
        };
    }

    private static Issuance issue(RowReader invoice) {
        RowReader customer = invoice.row("customer");
        return new Issuance(
                new InvoiceNumber(invoice.text("number")),
                new BillingSnapshot(
                        new CompanyName(customer.text("legal_name")),
                        customer.maybeText("gstin").map(Gstin::new),
                        customer.has("address")
                                ? Optional.of(Places.address(customer.row("address")))
                                : Optional.empty(),
                        customer.maybeText("state_code").map(StateCode::new)),
                invoice.moment("issued_at"),
                LocalDate.parse(invoice.text("due_on")));
    }

    private InvoiceLine line(LineKind kind, RowReader line) {
        return new InvoiceLine(
                kind,
                line.text("sac"),
                line.has("job_id") ? Optional.of(new JobId(line.whole("job_id"))) : Optional.empty(),
                line.has("application_id")
                        ? Optional.of(new ApplicationId(line.whole("application_id")))
                        : Optional.empty(),
                line.small("quantity"),
                money(line, "unit_price"),
                money(line, "discount"),
                new Gst(line.decimal("rate"), terms.supply()),
                line.has("line") ? OptionalInt.of(line.small("line") + 1) : OptionalInt.empty());
    }

    private Payment payment(RowReader payment) {
        return new Payment(money(payment, "amount"), payment.moment("at"), payment.text("reference"));
    }

    private CreditNote creditNote(RowReader rows) {
        RowReader note = rows.row("note");
        return new CreditNote(
                new InvoiceNumber(note.text("number")),
                rows.rows("lines", line -> line(LineKind.CREDIT, line)),
                note.moment("at"),
                note.text("reason"));
    }

    private Money money(RowReader row, String column) {
        return new Money(row.decimal(column), terms.currency());
    }
}
