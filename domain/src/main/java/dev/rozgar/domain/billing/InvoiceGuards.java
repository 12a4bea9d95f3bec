package dev.rozgar.domain.billing;

import dev.rozgar.domain.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// The conditions on the arrows of [InvoiceState]: each answers with every reason against the move.
final class InvoiceGuards {
    private InvoiceGuards() {}

    static List<Reason> issuable(BillingSnapshot customer, InvoiceFacts facts) {
        var reasons = new ArrayList<Reason>();
        if (facts.lines() == 0) {
            reasons.add(new Reason("NO_LINES", "The invoice has no lines.", "Add a line."));
        }
        if (!facts.total().isPositive()) {
            reasons.add(new Reason("TOTAL_NOT_POSITIVE", "The invoice comes to nothing.", "Add a line with a price."));
        }
        if (customer.gstin().isEmpty()) {
            reasons.add(new Reason("GSTIN_MISSING", "The company has no GSTIN.", "Enter the company's GSTIN."));
        }
        if (!facts.placeKnown()) {
            reasons.add(
                    new Reason("PLACE_OF_SUPPLY_MISSING", "The place of supply is not known.", "Set place_of_supply."));
        }
        return reasons;
    }

    static List<Reason> payable(Money amount, InvoiceFacts facts) {
        var reasons = new ArrayList<Reason>(positive(amount));
        if (amount.compareTo(facts.balance()) > 0) {
            reasons.add(new Reason(
                    "AMOUNT_OVER_BALANCE",
                    "Only " + facts.balance().amount() + " is still to be paid.",
                    "Record at most the balance."));
        }
        return reasons;
    }

    static List<Reason> creditable(InvoiceMove.Credit credit, InvoiceFacts facts) {
        var amount = credit.amount();
        var reasons = new ArrayList<Reason>(positive(amount));
        var left = facts.total().minus(facts.credited());
        if (amount.compareTo(left) > 0) {
            reasons.add(new Reason(
                    "CREDIT_OVER_TOTAL",
                    "Only " + left.amount() + " can still be credited.",
                    "Credit at most the total less earlier credits."));
        }
        reasons.addAll(givenBack(credit, facts));
        return reasons;
    }

    private static List<Reason> givenBack(InvoiceMove.Credit credit, InvoiceFacts facts) {
        var seen = new HashSet<>(facts.given());
        var again = credit.lines().stream()
                .flatMapToInt(line -> line.credits().stream())
                .filter(number -> !seen.add(number))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return again.isEmpty()
                ? List.of()
                : List.of(new Reason(
                        "LINE_CREDITED",
                        "A credit note gives back line " + again + " already.",
                        "Name lines that are not credited, or none for all that are left."));
    }

    /// A void invoice asks for nothing: what was paid or credited would hang in the air.
    static List<Reason> untouched(InvoiceFacts facts) {
        var reasons = new ArrayList<Reason>();
        if (facts.paid().isPositive()) {
            reasons.add(
                    new Reason("PAYMENT_RECORDED", facts.paid().amount() + " was paid already.", "Credit it instead."));
        }
        if (facts.credited().isPositive()) {
            reasons.add(new Reason(
                    "CREDIT_RECORDED", facts.credited().amount() + " was credited already.", "Credit the rest."));
        }
        return reasons;
    }

    private static List<Reason> positive(Money amount) {
        return amount.isPositive()
                ? List.of()
                : List.of(new Reason("AMOUNT_NOT_POSITIVE", "The amount is nothing.", "Name an amount above zero."));
    }
}
