package dev.rozgar.application.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A value of a filter, a range's end or a sort key. [#text] and [Kind#parse] are each other's inverse.
public sealed interface Value {
    /// More characters than any double has.
    int MAX_REAL = 32;

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

    /// What is measured and not given: a distance. Its text is the shortest that reads back as the same number.
    record Real(double number) implements Value {
        public Real {
            if (!Double.isFinite(number)) throw new IllegalArgumentException("a finite number");
        }

        static Optional<Real> parse(String text) {
            try {
                double number = text.length() > MAX_REAL ? Double.NaN : Double.parseDouble(text);
                return Double.isFinite(number) ? Optional.of(new Real(number)) : Optional.empty();
            } catch (NumberFormatException notOne) {
                return Optional.empty();
            }
        }

        @Override
        public String text() {
            return Double.toString(number);
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
