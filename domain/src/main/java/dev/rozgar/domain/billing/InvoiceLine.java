package dev.rozgar.domain.billing;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.util.Optional;
import java.util.OptionalInt;

/// One line of an invoice or a credit note; taxes and totals are derived, never given.
///
/// @param sac         the six digits that name the service (998512: permanent placement, 998514: advertised elsewhere)
/// @param job         what it was used for, if for one job
/// @param application and for one application
/// @param quantity    1..1 000 000
/// @param discount    at most `quantity` times `unitPrice`
/// @param credits     on a credit note: which line of the invoice is given back, counted from 1; empty where none is
public record InvoiceLine(
        LineKind kind,
        String sac,
        Optional<JobId> job,
        Optional<ApplicationId> application,
        int quantity,
        Money unitPrice,
        Money discount,
        Gst gst,
        OptionalInt credits) {
    public InvoiceLine {
        var faults = new Faults();
        faults.unless(
                sac.length() == 6 && sac.chars().allMatch(c -> c >= '0' && c <= '9'),
                "sac",
                "MALFORMED",
                "must be six digits");
        faults.unless(quantity >= 1 && quantity <= 1_000_000, "quantity", "MALFORMED", "must be 1 to 1000000");
        faults.unless(
                credits.isEmpty() || kind == LineKind.CREDIT && credits.getAsInt() >= 1,
                "credits",
                "CONTRADICTION",
                "stands on credit notes only, and is counted from 1");
        faults.raise();
        faults.unless(
                discount.compareTo(unitPrice.times(quantity)) <= 0,
                "discount",
                "CONTRADICTION",
                "is more than the price");
        faults.raise();
    }

    /// A line that gives back no line of an invoice.
    public InvoiceLine(
            LineKind kind,
            String sac,
            Optional<JobId> job,
            Optional<ApplicationId> application,
            int quantity,
            Money unitPrice,
            Money discount,
            Gst gst) {
        this(kind, sac, job, application, quantity, unitPrice, discount, gst, OptionalInt.empty());
    }

    /// Price less discount: what the tax is taken of.
    public Money taxable() {
        return unitPrice.times(quantity).minus(discount);
    }

    /// See [Gst#cgst].
    public Money cgst() {
        return gst.cgst(taxable());
    }

    /// See [Gst#sgst].
    public Money sgst() {
        return gst.sgst(taxable());
    }

    /// See [Gst#igst].
    public Money igst() {
        return gst.igst(taxable());
    }

    /// All taxes.
    public Money tax() {
        return cgst().plus(sgst()).plus(igst());
    }

    /// With taxes.
    public Money total() {
        return taxable().plus(tax());
    }

    /// The same with its tax split for another place of supply.
    public InvoiceLine at(Gst.Supply supply) {
        return new InvoiceLine(kind, sac, job, application, quantity, unitPrice, discount, gst.at(supply), credits);
    }

    /// The same given back, for a credit note.
    ///
    /// @param number where it stands on its invoice, counted from 1
    public InvoiceLine credited(int number) {
        return new InvoiceLine(
                LineKind.CREDIT, sac, job, application, quantity, unitPrice, discount, gst, OptionalInt.of(number));
    }
}
