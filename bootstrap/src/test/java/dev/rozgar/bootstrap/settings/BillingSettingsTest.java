package dev.rozgar.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.billing.PriceList;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingSettingsTest {
    @Test
    void theUsualPricesAreThoseOfTheList() {
        assertEquals(PriceList.USUAL, read(Map.of()).billing().prices());
    }

    @Test
    void aPriceCanBeChangedOrDropped() {
        var prices = read(Map.of("rozgar.billing.prices.post_fee", "49.5", "rozgar.billing.prices.boost", ""))
                .billing()
                .prices()
                .prices();
        assertEquals(Money.inr("49.50"), prices.get(LineKind.POST_FEE));
        assertFalse(prices.containsKey(LineKind.BOOST));
    }

    @ParameterizedTest
    @CsvSource({
        "prices.post_fee, 0",
        "prices.post_fee, -1",
        "prices.post_fee, 1.005",
        "prices.post_fee, 1e3",
        "prices.post_fee, 1234567890123",
        "prices.post_fee, free",
        "gst_rate, 41",
        "gst_rate, 18.005",
        "supplier_state, 7",
        "supplier_state, 39",
        "sac, 99851",
        "days_to_pay, 366",
        "monthly, maybe"
    })
    void whatCannotBeIsRefusedByItsName(String key, String value) {
        assertEquals(List.of("rozgar.billing." + key), faults(Map.of("rozgar.billing." + key, value)));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertEquals(
                List.of("rozgar.billing.gst_rate", "rozgar.billing.sac", "rozgar.jwt.skew"),
                faults(Map.of(
                                "rozgar.billing.sac", "x",
                                "rozgar.billing.gst_rate", "x",
                                "rozgar.jwt.skew", "x"))
                        .stream()
                        .sorted()
                        .toList());
    }

    private static Settings read(Map<String, String> options) {
        return Settings.read(SettingsSources.only(options));
    }

    private static List<String> faults(Map<String, String> options) {
        return assertThrows(InvalidSettings.class, () -> read(options)).faults().stream()
                .map(SettingFault::key)
                .toList();
    }
}
