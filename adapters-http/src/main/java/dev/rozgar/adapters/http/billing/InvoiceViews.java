package dev.rozgar.adapters.http.billing;

import static dev.rozgar.adapters.http.json.Absent.orNull;
import static dev.rozgar.adapters.http.json.Json.moment;

import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.billing.BillingSnapshot;
import dev.rozgar.domain.billing.CreditNote;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.billing.Issuance;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.billing.Payment;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.machine.Option;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An invoice as its company and those see it who keep the books. Amounts are numbers with two decimals in the
/// invoice's currency; every sum is derived. Public inside because JSON-B reads nothing else.
public final class InvoiceViews {
    private InvoiceViews() {}

    @JsonbPropertyOrder({"id", "state", "version"})
    public record Receipt(@Nullable Long id, InvoiceState.Kind state, Long version) {
        static Receipt of(Invoice invoice, long version) {
            return new Receipt(invoice.id().value(), invoice.state().kind(), version);
        }
    }

    @JsonbPropertyOrder({"legalName", "gstin", "stateCode", "street", "locality", "region", "postcode", "country"})
    public record Customer(
            String legalName,
            @Nullable String gstin,
            @Nullable String stateCode,
            @Nullable String street,
            @Nullable String locality,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable String country) {
        static Customer of(BillingSnapshot customer) {
            return new Customer(
                    customer.legalName().value(),
                    orNull(customer.gstin(), Gstin::value),
                    orNull(customer.stateCode(), StateCode::value),
                    orNull(customer.address().flatMap(Address::street), part -> part),
                    orNull(customer.address().flatMap(Address::locality), part -> part),
                    orNull(customer.address().flatMap(Address::region), part -> part),
                    orNull(customer.address().flatMap(Address::postcode), part -> part),
                    orNull(customer.address().map(Address::country), CountryCode::value));
        }
    }

    @JsonbPropertyOrder({
        "position",
        "kind",
        "sac",
        "jobId",
        "applicationId",
        "quantity",
        "unitPrice",
        "discount",
        "taxable",
        "gstRate",
        "cgst",
        "sgst",
        "igst",
        "total"
    })
    public record Line(
            Integer position,
            LineKind kind,
            String sac,
            @Nullable Long jobId,
            @Nullable Long applicationId,
            Integer quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal taxable,
            BigDecimal gstRate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal total) {
        static Line of(int position, InvoiceLine line) {
            return new Line(
                    position,
                    line.kind(),
                    line.sac(),
                    orNull(line.job(), job -> job.value()),
                    orNull(line.application(), application -> application.value()),
                    line.quantity(),
                    line.unitPrice().amount(),
                    line.discount().amount(),
                    line.taxable().amount(),
                    line.gst().rate(),
                    line.cgst().amount(),
                    line.sgst().amount(),
                    line.igst().amount(),
                    line.total().amount());
        }

        /// Counted from 1, as they are called when they are credited; those of a note have the number that they give
        /// back.
        static List<Line> each(List<InvoiceLine> lines) {
            List<Line> shown = new ArrayList<>();
            for (InvoiceLine line : lines) shown.add(of(line.credits().orElse(shown.size() + 1), line));
            return shown;
        }
    }

    @JsonbPropertyOrder({"amount", "at", "reference"})
    public record Paid(BigDecimal amount, OffsetDateTime at, String reference) {
        static Paid of(Payment payment) {
            return new Paid(payment.amount().amount(), moment(payment.at()), payment.reference());
        }
    }

    @JsonbPropertyOrder({"number", "at", "reason", "amount", "lines"})
    public record Note(String number, OffsetDateTime at, String reason, BigDecimal amount, List<Line> lines) {
        static Note of(CreditNote note) {
            return new Note(
                    note.number().value(),
                    moment(note.at()),
                    note.reason(),
                    note.amount().amount(),
                    Line.each(note.lines()));
        }
    }

    /// @param subtotal     before tax; `total` is with it
    /// @param overdue      something is to be paid, and its day has passed in India
    /// @param stateReason  why it was written off or voided
    /// @param lines        missing in lists, as payments, credit notes and what is permitted are
    @JsonbPropertyOrder({
        "id",
        "number",
        "companyId",
        "state",
        "stateReason",
        "overdue",
        "version",
        "month",
        "currency",
        "supplierState",
        "placeOfSupply",
        "customer",
        "subtotal",
        "cgst",
        "sgst",
        "igst",
        "tax",
        "total",
        "paid",
        "credited",
        "balance",
        "refundable",
        "issuedAt",
        "dueOn",
        "createdAt",
        "updatedAt",
        "lines",
        "payments",
        "creditNotes",
        "permitted"
    })
    public record Whole(
            Long id,
            @Nullable String number,
            Long companyId,
            InvoiceState.Kind state,
            @Nullable String stateReason,
            Boolean overdue,
            Long version,
            YearMonth month,
            String currency,
            String supplierState,
            @Nullable String placeOfSupply,
            @Nullable Customer customer,
            BigDecimal subtotal,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal tax,
            BigDecimal total,
            BigDecimal paid,
            BigDecimal credited,
            BigDecimal balance,
            BigDecimal refundable,
            @Nullable OffsetDateTime issuedAt,
            @Nullable LocalDate dueOn,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            @Nullable List<Line> lines,
            @Nullable List<Paid> payments,
            @Nullable List<Note> creditNotes,
            @Nullable List<Telling.Permitted> permitted) {}

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record Page(List<Whole> items, @Nullable String next, Telling.Links links) {}

    /// @param today   the date where the board is
    /// @param options empty in lists
    static Whole of(Invoice invoice, LocalDate today, Optional<List<Option<?, ?>>> options) {
        var issue = invoice.state().issued();
        return new Whole(
                invoice.id().value(),
                orNull(issue, issued -> issued.number().value()),
                invoice.company().value(),
                invoice.state().kind(),
                orNull(reason(invoice.state()), why -> why),
                invoice.isOverdue(today),
                invoice.version(),
                invoice.terms().period(),
                invoice.terms().currency().getCurrencyCode(),
                invoice.terms().supplier().value(),
                orNull(invoice.terms().placeOfSupply(), StateCode::value),
                orNull(issue.map(Issuance::customer), Customer::of),
                invoice.subtotal().amount(),
                sum(invoice, InvoiceLine::cgst),
                sum(invoice, InvoiceLine::sgst),
                sum(invoice, InvoiceLine::igst),
                invoice.tax().amount(),
                invoice.total().amount(),
                invoice.paid().amount(),
                invoice.credited().amount(),
                invoice.balance().amount(),
                invoice.refundable().amount(),
                orNull(issue, issued -> moment(issued.at())),
                orNull(issue, Issuance::dueOn),
                moment(invoice.createdAt()),
                moment(invoice.updatedAt()),
                orNull(options, _ -> Line.each(invoice.lines())),
                orNull(options, _ -> invoice.payments().stream().map(Paid::of).toList()),
                orNull(
                        options,
                        _ -> invoice.creditNotes().stream().map(Note::of).toList()),
                orNull(options, Telling.Permitted::of));
    }

    private static BigDecimal sum(Invoice invoice, Function<InvoiceLine, Money> part) {
        return invoice.lines().stream()
                .map(part)
                .reduce(Money.zero(invoice.terms().currency()), Money::plus)
                .amount();
    }

    private static Optional<String> reason(InvoiceState state) {
        return switch (state) {
            case InvoiceState.Uncollectible(var _, var _, String why) -> Optional.of(why);
            case InvoiceState.Voided(var _, var _, String why) -> Optional.of(why);
            case InvoiceState.Draft _, InvoiceState.Open _, InvoiceState.PartiallyPaid _ -> Optional.empty();
            case InvoiceState.Paid _, InvoiceState.Credited _ -> Optional.empty();
        };
    }
}
