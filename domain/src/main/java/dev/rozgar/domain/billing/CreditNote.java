package dev.rozgar.domain.billing;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import java.time.Instant;
import java.util.List;

/// What is given back of an issued invoice, with the tax on it; a document with a number of its own.
///
/// @param lines  1..500, all of the kind CREDIT
/// @param reason one line of at most 500 characters
public record CreditNote(InvoiceNumber number, List<InvoiceLine> lines, Instant at, String reason) {
    public CreditNote {
        lines = List.copyOf(lines);
        var faults = new Faults();
        faults.size("lines", lines.size(), 1, 500);
        faults.unless(
                lines.stream().allMatch(line -> line.kind() == LineKind.CREDIT),
                "lines",
                "NOT_ALLOWED",
                "must all be CREDIT");
        at = faults.keep("at", at, Millis::of);
        reason = faults.keep("reason", reason, r -> Text.line(r, 500));
        faults.raise();
    }

    /// With taxes.
    public Money amount() {
        return sum(lines);
    }

    /// The totals of at least one line.
    static Money sum(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::total).reduce(Money::plus).orElseThrow();
    }
}
