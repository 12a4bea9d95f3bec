package dev.rozgar.domain.billing;

import java.util.Set;

/// What the guards of [InvoiceState] look at besides the clock; all of it follows from the invoice's rows.
///
/// @param lines      how many there are
/// @param placeKnown the place of supply is known
/// @param given      the numbers of the lines that credit notes give back already
public record InvoiceFacts(int lines, boolean placeKnown, Money total, Money paid, Money credited, Set<Integer> given) {
    public InvoiceFacts {
        given = Set.copyOf(given);
    }

    /// What is still to be paid.
    public Money balance() {
        return total.minusOrZero(paid.plus(credited));
    }
}
