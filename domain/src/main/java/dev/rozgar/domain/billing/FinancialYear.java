package dev.rozgar.domain.billing;

import dev.rozgar.domain.InvalidValues;
import java.time.LocalDate;
import java.time.Month;

/// An Indian financial year: 1 April to 31 March.
///
/// @param start the calendar year in which it begins, 1900 to 9998
public record FinancialYear(int start) {
    public FinancialYear {
        if (start < 1900 || start > 9998) {
            throw InvalidValues.of("MALFORMED", "must begin in the years 1900 to 9998");
        }
    }

    /// The one in which a day lies.
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
    }

    /// As in `2026-27`.
    public String name() {
        return start + "-" + twoDigits(start + 1);
    }

    /// As in `26-27`.
    String shortName() {
        return twoDigits(start) + "-" + twoDigits(start + 1);
    }

    private static String twoDigits(int year) {
        return Integer.toString(100 + year % 100).substring(1);
    }
}
