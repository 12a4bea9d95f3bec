package dev.rozgar.domain.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.Refusal;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayTest {
    private static final Currency RUPEE = Currency.getInstance("INR");

    @ParameterizedTest
    @CsvSource({"HOUR, 208000.00", "DAY, 26000.00", "WEEK, 5200.00", "MONTH, 1200.00", "YEAR, 100.00"})
    void aHundredPerPeriodIsThisMuchAYear(PayPeriod period, String annual) {
        assertEquals(new BigDecimal(annual), pay("100", "100", period).annualMin());
    }

    @Test
    void theAnnualRangeHasBothEnds() {
        var pay = pay("15000.50", "22000", PayPeriod.MONTH);
        assertEquals(
                List.of(new BigDecimal("180006.00"), new BigDecimal("264000.00")),
                List.of(pay.annualMin(), pay.annualMax()));
    }

    @Test
    void equalPayIsEqual() {
        assertEquals(pay("100", "2e3", PayPeriod.DAY), pay("100.00", "2000.0", PayPeriod.DAY));
    }

    @Test
    void theSameFigureTwiceIsARange() {
        assertEquals(new BigDecimal("0.00"), pay("0", "0", PayPeriod.HOUR).max());
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, TOO_SMALL",
        "0.001, MALFORMED",
        "1.000, MALFORMED",
        "1e-999999999, MALFORMED",
        "10000000000, TOO_LARGE",
        "1e999999999, TOO_LARGE",
        "1e2147483647, TOO_LARGE",
        "0e999999999, TOO_LARGE"
    })
    void amountsFitTheirColumn(String amount, String code) {
        assertEquals(
                List.of("/max " + code), refusals("0", amount).stream().limit(1).toList());
    }

    @Test
    void theLargestAmountFits() {
        assertEquals(
                new BigDecimal("9999999999.99"),
                pay("0", "9999999999.99", PayPeriod.HOUR).max());
    }

    @Test
    void allFaultsOfPayAreTold() {
        assertEquals(List.of("/min MALFORMED", "/max TOO_SMALL", "/max CONTRADICTION"), refusals("10.125", "-1"));
    }

    @Test
    void fixedPayHasNoIncentive() {
        assertEquals(List.of("/incentive_max CONTRADICTION"), Refusal.of(() -> withIncentive(PayKind.FIXED)));
    }

    @Test
    void anIncentiveComesOnTop() {
        assertEquals(
                Optional.of(new BigDecimal("500.00")),
                withIncentive(PayKind.FIXED_PLUS_INCENTIVE).incentiveMax());
    }

    @Test
    void annualisingKeepsOrderAndScale() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var least = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 2);
            var most = least.add(BigDecimal.ONE).min(new BigDecimal("9999999999.99"));
            var period = PayPeriod.values()[random.nextInt(5)];
            var pay = pay(least.toString(), most.toString(), period);
            assertTrue(pay.annualMin().compareTo(pay.annualMax()) <= 0, () -> "seed " + seed);
            assertEquals(2, pay.annualMin().scale(), () -> "seed " + seed);
            assertEquals(
                    0,
                    pay.annualMin()
                            .divide(BigDecimal.valueOf(period.unitsPerYear()))
                            .compareTo(pay.min()),
                    () -> "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "168.01", "-1", "1e999999999", "0.001", "1e-999999999"})
    void aWeekHasOneHundredAndSixtyEightHours(String hours) {
        assertEquals(List.of("/hours_per_week MALFORMED"), Refusal.of(() -> week(hours)));
    }

    @Test
    void hoursAreKeptWithTwoDecimals() {
        assertEquals(week("40"), week("4e1"));
    }

    private static WorkTime week(String hours) {
        return new WorkTime(
                Set.of(EmploymentType.FULL_TIME), Optional.empty(), List.of(), Optional.of(new BigDecimal(hours)));
    }

    private static List<String> refusals(String min, String max) {
        return Refusal.of(() -> pay(min, max, PayPeriod.MONTH));
    }

    private static Pay pay(String min, String max, PayPeriod period) {
        return new Pay(new BigDecimal(min), new BigDecimal(max), RUPEE, period, Optional.empty(), PayKind.FIXED, true);
    }

    private static Pay withIncentive(PayKind kind) {
        var thousand = BigDecimal.valueOf(1000);
        return new Pay(thousand, thousand, RUPEE, PayPeriod.WEEK, Optional.of(BigDecimal.valueOf(500)), kind, true);
    }
}
