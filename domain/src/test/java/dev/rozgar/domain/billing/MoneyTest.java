package dev.rozgar.domain.billing;

import static dev.rozgar.domain.billing.SampleInvoices.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @Test
    void equalMoneyIsEqualHoweverItIsWritten() {
        assertEquals(Money.inr("10"), Money.inr("10.00"));
    }

    @Test
    void moneyIsNeverNegativeNorFinerThanACent() {
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> Money.inr("-0.01")));
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> Money.inr("0.001")));
        assertEquals(List.of("TOO_LARGE"), Refusal.of(() -> Money.inr("1e999999999")));
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> Money.inr("1").minus(Money.inr("2"))));
    }

    @Test
    void currenciesDoNotMix() {
        var dollar = Money.zero(Currency.getInstance("USD"));
        assertEquals(List.of("CONTRADICTION"), Refusal.of(() -> Money.inr("1").plus(dollar)));
    }

    @ParameterizedTest
    @CsvSource({
        // 18 % of 0.25 is 0.045: half up makes 0.05, and each half of 0.0225 makes 0.02.
        "0.25, 0.02, 0.05",
        "0.50, 0.05, 0.09",
        "99.99, 9.00, 18.00",
        "0.05, 0.00, 0.01",
        "100, 9, 18",
        "0, 0, 0"
    })
    void taxIsRoundedHalfUpToThePaisa(String price, String half, String whole) {
        var intra = line(price);
        var inter = intra.at(Gst.Supply.INTER_STATE);
        assertEquals(
                List.of(Money.inr(half), Money.inr(half), Money.inr("0")),
                List.of(intra.cgst(), intra.sgst(), intra.igst()));
        assertEquals(
                List.of(Money.inr("0"), Money.inr("0"), Money.inr(whole)),
                List.of(inter.cgst(), inter.sgst(), inter.igst()));
    }

    @Test
    void aLineIsTaxedOnItsPriceLessItsDiscount() {
        var line = line(3, "33.50", "0.50", Gst.Supply.INTRA_STATE);
        assertEquals(List.of(Money.inr("100"), Money.inr("118")), List.of(line.taxable(), line.total()));
    }

    @Test
    void aDiscountIsNotMoreThanThePrice() {
        assertEquals(
                List.of("/discount CONTRADICTION"), Refusal.of(() -> line(1, "1", "1.01", Gst.Supply.INTRA_STATE)));
    }

    @Test
    void aLineNamesItsServiceBySixDigits() {
        assertEquals(
                List.of("/sac MALFORMED", "/quantity MALFORMED"),
                Refusal.of(() -> new InvoiceLine(
                        LineKind.BOOST,
                        "99851",
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Money.inr("1"),
                        Money.inr("0"),
                        Gst.standard(Gst.Supply.INTRA_STATE))));
    }

    @Test
    void aRateIsAPercentage() {
        assertEquals(
                List.of("/rate MALFORMED"), Refusal.of(() -> new Gst(BigDecimal.valueOf(41), Gst.Supply.INTRA_STATE)));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 2025-26", "2026-04-01, 2026-27", "2027-03-31, 2026-27", "1999-12-31, 1999-00"})
    void aFinancialYearBeginsInApril(LocalDate day, String name) {
        assertEquals(name, FinancialYear.of(day).name());
    }

    @Test
    void numbersFitIntoSixteenCharacters() {
        var year = new FinancialYear(2026);
        assertEquals("RZ/26-27/000123", InvoiceNumber.invoice(year, 123).value());
        assertEquals("RC/26-27/000007", InvoiceNumber.creditNote(year, 7).value());
        assertEquals("RZ/26-27/9999999", InvoiceNumber.invoice(year, 9_999_999).value());
        assertEquals(List.of("TOO_LARGE"), Refusal.of(() -> InvoiceNumber.invoice(year, 10_000_000)));
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new InvoiceNumber("rz/26-27/1")));
    }
}
