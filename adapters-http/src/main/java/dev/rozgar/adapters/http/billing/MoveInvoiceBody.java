package dev.rozgar.adapters.http.billing;

import dev.rozgar.adapters.http.json.Absent;
import dev.rozgar.adapters.http.resource.MoveMembers;
import dev.rozgar.application.billing.InvoiceOrder;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.billing.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A move of an invoice.
///
/// @param fromState the state that it is to lead out of; in its place an `If-Match` may say which version is meant
/// @param reason    for WRITE_OFF, VOID and CREDIT
/// @param amount    for RECORD_PAYMENT, with its currency and the reference of the gateway or the bank
/// @param lines     for CREDIT: which lines are given back, counted from 1; all that are left if none is named
public record MoveInvoiceBody(
        InvoiceMove.Trigger move,
        InvoiceState.@Nullable Kind fromState,
        @Nullable String reason,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable List<Integer> lines) {
    private static final Currency RUPEE = Currency.getInstance("INR");
    private static final int MOST_LINES = 5000;

    /// @throws InvalidValues where members do not fit the move
    InvoiceOrder toOrder() {
        new MoveMembers(move)
                .with("reason", reason)
                .with("amount", amount)
                .with("currency", currency)
                .with("reference", reference)
                .with("lines", lines)
                .requireOnly(wanted());
        return switch (move) {
            case ISSUE -> new InvoiceOrder.Issue();
            case RECORD_PAYMENT -> payment();
            case WRITE_OFF -> new InvoiceOrder.WriteOff(why());
            case VOID -> new InvoiceOrder.MarkVoid(why());
            case CREDIT -> credit();
        };
    }

    private String[] wanted() {
        return switch (move) {
            case ISSUE -> new String[0];
            case RECORD_PAYMENT -> new String[] {"amount", "currency", "reference"};
            case WRITE_OFF, VOID -> new String[] {"reason"};
            case CREDIT -> new String[] {"lines", "reason"};
        };
    }

    private InvoiceOrder payment() {
        var faults = new Faults();
        var unit = faults.required(
                "currency", currency, Faults.form("an ISO 4217 code such as INR", Currency::getInstance));
        // Looked at even if the currency is wrong, so that both are told at once.
        var number = faults.required("amount", amount, given -> new Money(given, RUPEE));
        var from = faults.required("reference", reference, given -> Text.line(given, 100));
        return faults.build(
                () -> new InvoiceOrder.RecordPayment(new Money(number.get().amount(), unit.get()), from.get()));
    }

    private InvoiceOrder credit() {
        var faults = new Faults();
        var why = faults.required("reason", reason, given -> Text.line(given, 500));
        var which = Absent.orEmpty(lines);
        faults.unless(which.size() <= MOST_LINES, "lines", "TOO_MANY", "may have at most " + MOST_LINES + " entries");
        return faults.build(() -> new InvoiceOrder.Credit(which, why.get()));
    }

    private String why() {
        var faults = new Faults();
        var why = faults.required("reason", reason, given -> Text.line(given, 500));
        return faults.build(why::get);
    }
}
