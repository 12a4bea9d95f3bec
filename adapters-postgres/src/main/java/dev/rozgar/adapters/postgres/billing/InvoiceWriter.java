package dev.rozgar.adapters.postgres.billing;

import dev.rozgar.adapters.postgres.sql.Places;
import dev.rozgar.adapters.postgres.sql.RowWriter;
import dev.rozgar.adapters.postgres.sql.Writes;
import dev.rozgar.domain.billing.BillingSnapshot;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.billing.Issuance;
import dev.rozgar.domain.company.StateCode;
import java.util.Optional;

/// Invoices as rows; [InvoiceReader] is the way back. Rows of payments and credit notes are only ever added, and lines
/// change only while the stored invoice is a draft; the database refuses anything else.
final class InvoiceWriter {
    private static final String INSERT = """
            insert into invoice select * from jsonb_populate_record(null::invoice, ?::jsonb)""";

    private static final String UPDATE = """
            update invoice i set
                version = i.version + 1, period = g.period, currency = g.currency, supplier = g.supplier,
                place_of_supply = g.place_of_supply, state = g.state, state_at = g.state_at,
                state_reason = g.state_reason, number = g.number, issued_at = g.issued_at, due_on = g.due_on,
                customer = g.customer, updated_at = g.updated_at
            from jsonb_populate_record(null::invoice, ?::jsonb) g
            where i.id = g.id and i.version = g.version - 1""";

    private static final String DROP_LINES = """
            delete from invoice_line
            where invoice_id = ? and exists (select from invoice where id = ? and state = 'DRAFT')""";

    private static final String LINES = """
            insert into invoice_line select * from jsonb_populate_recordset(null::invoice_line, ?::jsonb)""";

    private static final String PAYMENTS = """
            insert into payment select * from jsonb_populate_recordset(null::payment, ?::jsonb)
            on conflict (invoice_id, position) do nothing""";

    private static final String NOTES = """
            insert into credit_note select * from jsonb_populate_recordset(null::credit_note, ?::jsonb)
            on conflict (invoice_id, position) do nothing""";

    private static final String NOTE_LINES = """
            insert into credit_note_line select * from jsonb_populate_recordset(null::credit_note_line, ?::jsonb)
            on conflict (invoice_id, note, position) do nothing""";

    private InvoiceWriter() {}

    /// Lines first, as the trigger lets them change until the invoice itself is issued.
    static void write(Invoice invoice, Writes writes) {
        if (mayHaveNewLines(invoice)) {
            long id = invoice.id().value();
            if (invoice.version() > 0) writes.add(DROP_LINES, id, id);
            writes.add(LINES, lines(invoice));
        }
        if (invoice.version() == 0) writes.add(INSERT, row(invoice));
        else writes.addExpectingOne(UPDATE, row(invoice));
        if (!invoice.payments().isEmpty()) writes.add(PAYMENTS, payments(invoice));
        if (!invoice.creditNotes().isEmpty()) {
            writes.add(NOTES, notes(invoice));
            for (int note = 0; note < invoice.creditNotes().size(); note++)
                writes.add(NOTE_LINES, lines(invoice, note));
        }
    }

    /// A draft, or what was one until now: an open invoice stays as it is, but for credit notes.
    private static boolean mayHaveNewLines(Invoice invoice) {
        return invoice.version() == 0
                || invoice.state() instanceof InvoiceState.Draft
                || invoice.state() instanceof InvoiceState.Open
                        && invoice.creditNotes().isEmpty();
    }

    private static String row(Invoice invoice) {
        return RowWriter.row(out -> {
            out.put("id", invoice.id().value())
                    .put("version", invoice.version() + 1)
                    .put("company_id", invoice.company().value())
                    .put("period", invoice.terms().period().atDay(1).toString())
                    .put("currency", invoice.terms().currency().getCurrencyCode())
                    .put("supplier", invoice.terms().supplier().value())
                    .put("place_of_supply", invoice.terms().placeOfSupply().map(StateCode::value))
                    .put("created_at", invoice.createdAt().toString())
                    .put("updated_at", invoice.updatedAt().toString());
            state(out, invoice.state());
            invoice.state().issued().ifPresent(issue -> issue(out, issue));
        });
    }

    private static void state(RowWriter out, InvoiceState state) {
        out.put("state", state.kind());
        switch (state) {
            case InvoiceState.Draft _, InvoiceState.Open _ -> {}
            case InvoiceState.PartiallyPaid(var _, var since) -> out.put("state_at", since.toString());
            case InvoiceState.Paid(var _, var at) -> out.put("state_at", at.toString());
            case InvoiceState.Uncollectible(var _, var at, var reason) ->
                out.put("state_at", at.toString()).put("state_reason", reason);
            case InvoiceState.Voided(var _, var at, var reason) ->
                out.put("state_at", at.toString()).put("state_reason", reason);
            case InvoiceState.Credited(var _, var at) -> out.put("state_at", at.toString());
        }
    }

    private static void issue(RowWriter out, Issuance issue) {
        out.put("number", issue.number().value())
                .put("issued_at", issue.at().toString())
                .put("due_on", issue.dueOn().toString())
                .object("customer", customer -> customer(customer, issue.customer()));
    }

    private static void customer(RowWriter out, BillingSnapshot customer) {
        out.put("legal_name", customer.legalName().value())
                .put("gstin", customer.gstin().map(number -> number.value()))
                .put("state_code", customer.stateCode().map(StateCode::value));
        customer.address()
                .ifPresent(address -> out.object("address", place -> Places.write(place, address, Optional.empty())));
    }

    private static String lines(Invoice invoice) {
        return RowWriter.numbered(invoice.lines(), (out, line) -> {
            out.put("invoice_id", invoice.id().value()).put("kind", line.kind());
            line(out, line);
        });
    }

    private static void line(RowWriter out, InvoiceLine line) {
        out.put("sac", line.sac())
                .put("job_id", line.job().map(job -> job.value()))
                .put("application_id", line.application().map(application -> application.value()))
                .put("quantity", line.quantity())
                .put("unit_price", line.unitPrice().amount())
                .put("discount", line.discount().amount())
                .put("rate", line.gst().rate())
                .put("cgst", line.cgst().amount())
                .put("sgst", line.sgst().amount())
                .put("igst", line.igst().amount());
    }

    private static String payments(Invoice invoice) {
        return RowWriter.numbered(
                invoice.payments(),
                (out, payment) -> out.put("invoice_id", invoice.id().value())
                        .put("amount", payment.amount().amount())
                        .put("at", payment.at().toString())
                        .put("reference", payment.reference()));
    }

    private static String notes(Invoice invoice) {
        return RowWriter.numbered(
                invoice.creditNotes(),
                (out, note) -> out.put("invoice_id", invoice.id().value())
                        .put("number", note.number().value())
                        .put("at", note.at().toString())
                        .put("reason", note.reason()));
    }

    private static String lines(Invoice invoice, int note) {
        return RowWriter.numbered(invoice.creditNotes().get(note).lines(), (out, line) -> {
            out.put("invoice_id", invoice.id().value()).put("note", note);
            line.credits().ifPresent(number -> out.put("line", number - 1));
            line(out, line);
        });
    }
}
