package dev.rozgar.application.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/// The calendar of the board: dates on invoices, ends of months and first days of work are Indian ones.
public final class BoardDay {
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private BoardDay() {}

    /// The date there at that moment.
    public static LocalDate of(Instant now) {
        return LocalDate.ofInstant(now, ZONE);
    }

    /// The first moment after a month.
    public static Instant after(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
    }
}
