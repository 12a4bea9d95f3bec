package dev.rozgar.domain.billing;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.company.StateCode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Indian goods-and-services tax on one line. Within a state it is half the centre's (CGST) and half the state's
/// (SGST), each rounded half up to the paisa; between states it is all integrated (IGST). Sections 8 and 9 of the CGST
/// Act, section 5 of the IGST Act.
///
/// @param rate   percent, 0 to 40 with at most two decimals
/// @param supply within a state or between two
public record Gst(BigDecimal rate, Supply supply) {
    /// The rate on recruitment services.
    public static final BigDecimal STANDARD = new BigDecimal("18.00");

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(40);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /// Where the supplier and the place of supply are to each other.
    public enum Supply {
        INTRA_STATE,
        INTER_STATE;

        /// How a supplier in one state stands to a place of supply.
        public static Supply between(StateCode supplier, StateCode place) {
            return supplier.equals(place) ? INTRA_STATE : INTER_STATE;
        }
    }

    public Gst {
        var faults = new Faults();
        faults.unless(
                rate.signum() >= 0 && rate.scale() <= 2 && rate.scale() >= -2 && rate.compareTo(HIGHEST) <= 0,
                "rate",
                "MALFORMED",
                "must be 0 to 40 with at most two decimals");
        faults.raise();
        rate = rate.setScale(2, RoundingMode.UNNECESSARY);
    }

    /// The standard rate.
    public static Gst standard(Supply supply) {
        return new Gst(STANDARD, supply);
    }

    /// The same rate elsewhere.
    public Gst at(Supply elsewhere) {
        return new Gst(rate, elsewhere);
    }

    /// The centre's half.
    public Money cgst(Money taxable) {
        return switch (supply) {
            case INTRA_STATE -> taxable.percent(rate.divide(TWO));
            case INTER_STATE -> Money.zero(taxable.currency());
        };
    }

    /// The state's half: always as much as the centre's.
    public Money sgst(Money taxable) {
        return cgst(taxable);
    }

    /// The integrated tax.
    public Money igst(Money taxable) {
        return switch (supply) {
            case INTRA_STATE -> Money.zero(taxable.currency());
            case INTER_STATE -> taxable.percent(rate);
        };
    }
}
