package dev.rozgar.domain.billing;

/// What the guards of [InvoiceState] look at besides the clock; all of it follows from the invoice's rows.
///
/// @param lines      how many there are
/// @param placeKnown the place of supply is known
public record InvoiceFacts(int lines, boolean placeKnown, Money total, Money paid, Money credited) {
    /// What is still to be paid.
    public Money balance() {
        return total.minusOrZero(paid.plus(credited));
    }
}
