package dev.rozgar.domain.billing;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An amount to the cent (in India: to the paisa), never negative; what could be is told apart by name, as a balance
/// and a refund are.
///
/// @param amount kept with exactly two decimals, so that equal money is equal; at most twelve digits before the point
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final int DECIMALS = 2;
    private static final int WHOLE_DIGITS = 12;

    public Money {
        // Scale and precision first: arithmetic on `1e999999999` would fill the memory.
        var faults = new Faults();
        faults.unless(amount.signum() >= 0, "", "TOO_SMALL", "must not be negative");
        faults.unless(amount.scale() <= DECIMALS, "", "MALFORMED", "may have at most two decimals");
        faults.unless(
                (long) amount.precision() - amount.scale() <= WHOLE_DIGITS,
                "",
                "TOO_LARGE",
                "may have at most twelve digits before the point");
        faults.raise();
        amount = amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /// Nothing.
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// Indian rupees, as in `Money.inr("49.50")`.
    public static Money inr(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("INR"));
    }

    /// Both together.
    ///
    /// @throws InvalidValues when the currencies differ
    public Money plus(Money other) {
        return new Money(amount.add(same(other)), currency);
    }

    /// What is left.
    ///
    /// @throws InvalidValues when it would be negative, or the currencies differ
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other)), currency);
    }

    /// What is left, or nothing where `other` is more.
    ///
    /// @throws InvalidValues when the currencies differ
    public Money minusOrZero(Money other) {
        return new Money(amount.subtract(same(other)).max(BigDecimal.ZERO), currency);
    }

    /// So many of it.
    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    /// That share of it, rounded half up to the cent.
    public Money percent(BigDecimal rate) {
        return new Money(amount.multiply(rate).movePointLeft(2).setScale(DECIMALS, RoundingMode.HALF_UP), currency);
    }

    /// More than nothing?
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /// Nothing at all?
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /// By amount.
    ///
    /// @throws InvalidValues when the currencies differ
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other));
    }

    private BigDecimal same(Money other) {
        if (!currency.equals(other.currency)) {
            throw InvalidValues.of("CONTRADICTION", "is in another currency");
        }
        return other.amount;
    }
}
