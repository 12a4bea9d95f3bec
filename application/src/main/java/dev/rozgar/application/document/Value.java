package dev.rozgar.application.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A value of a filter, a range's end or a sort key. [#text] and [Kind#parse] are each other's inverse.
public sealed interface Value {
    /// The value as it stands in a query string or a cursor.
    String text();

    record Whole(long number) implements Value {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /// Without trailing zeros, so that equal numbers are equal values.
    record Decimal(BigDecimal number) implements Value {
        public Decimal {
            number = number.stripTrailingZeros();
        }

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    record Flag(boolean on) implements Value {
        @Override
        public String text() {
            return Boolean.toString(on);
        }
    }

    record Word(String word) implements Value {
        @Override
        public String text() {
            return word;
        }
    }

    /// Millisecond precision, as both engines store it.
    record Moment(Instant instant) implements Value {
        public Moment {
            instant = instant.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public String text() {
            return instant.toString();
        }
    }

    record Day(LocalDate day) implements Value {
        @Override
        public String text() {
            return day.toString();
        }
    }
}
