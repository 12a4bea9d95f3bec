package dev.rozgar.domain.billing;

import dev.rozgar.domain.InvalidValues;

/// The number on an invoice or a credit note, as Rule 46(b) of the CGST Rules asks: at most 16 characters of `A-Z`,
/// `0-9`, `-` and `/`, consecutive within a financial year and unique in it.
public record InvoiceNumber(String value) {
    private static final int MOST = 9_999_999;

    public InvoiceNumber {
        if (value.isEmpty()
                || value.length() > 16
                || !value.chars()
                        .allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '/')) {
            throw InvalidValues.of("MALFORMED", "must be 1 to 16 characters of A-Z, 0-9, - and /");
        }
    }

    /// The `sequence`th invoice of a year, as in `RZ/26-27/000123`.
    public static InvoiceNumber invoice(FinancialYear year, long sequence) {
        return of("RZ", year, sequence);
    }

    /// The `sequence`th credit note of a year, as in `RC/26-27/000007`; counted apart from invoices.
    public static InvoiceNumber creditNote(FinancialYear year, long sequence) {
        return of("RC", year, sequence);
    }

    private static InvoiceNumber of(String series, FinancialYear year, long sequence) {
        if (sequence < 1 || sequence > MOST) {
            throw InvalidValues.of("TOO_LARGE", "a year holds 1 to " + MOST + " numbers");
        }
        var digits = Long.toString(sequence);
        digits = "0".repeat(Math.max(0, 6 - digits.length())) + digits;
        return new InvoiceNumber(series + "/" + year.shortName() + "/" + digits);
    }
}
