package dev.rozgar.bootstrap.settings;

import dev.rozgar.application.billing.PriceList;
import dev.rozgar.bootstrap.settings.Settings.Billing;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.billing.Gst;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.company.StateCode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads what the board takes for what.
final class BillingGroup {
    private static final Pattern SAC = Pattern.compile("[0-9]{6}");
    /// Room for no exponent: `1e999999999` is a number too.
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    private final SettingsReader reader;

    BillingGroup(SettingsReader reader) {
        this.reader = reader;
    }

    Billing read() {
        boolean monthly = reader.value("billing.monthly", "true or false", Forms::flag);
        Map<LineKind, Money> prices = new EnumMap<>(LineKind.class);
        for (LineKind kind : LineKind.values()) {
            if (kind != LineKind.CREDIT) price(kind).ifPresent(price -> prices.put(kind, price));
        }
        return new Billing(
                new PriceList(
                        prices,
                        Currency.getInstance("INR"),
                        reader.value("billing.sac", "six digits such as \"998513\"", Forms.matching(SAC)),
                        reader.value("billing.gst_rate", "percent from 0 to 40, such as 18", BillingGroup::rate),
                        reader.value(
                                "billing.supplier_state", "a GST state code such as \"27\"", orNone(StateCode::new)),
                        reader.value("billing.days_to_pay", "a whole number from 0 to 365", Forms.whole(0, 365))),
                monthly);
    }

    private Optional<Money> price(LineKind kind) {
        return reader.value(
                "billing.prices." + kind.name().toLowerCase(Locale.ROOT),
                "rupees above zero such as 499 or 49.50, or nothing: not billed",
                text -> text.isEmpty()
                        ? Optional.of(Optional.empty())
                        : money(text).map(Optional::of));
    }

    private static Optional<Money> money(String text) {
        return decimal(text)
                .flatMap(orNone(number -> Money.inr(number.toPlainString())))
                .filter(Money::isPositive);
    }

    private static Optional<BigDecimal> rate(String text) {
        return decimal(text).flatMap(orNone(number -> new Gst(number, Gst.Supply.INTER_STATE).rate()));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static <A, T> Function<A, Optional<T>> orNone(Function<A, T> make) {
        return given -> {
            try {
                return Optional.of(make.apply(given));
            } catch (InvalidValues refused) {
                return Optional.empty();
            }
        };
    }
}
