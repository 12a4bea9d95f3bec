package dev.rozgar.application.billing;

import dev.rozgar.domain.billing.Gst;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/// What the board takes for what, before tax, and from where it supplies.
///
/// @param prices  all in one currency; what is not named is not billed
/// @param sac     the six digits that name the service
/// @param gstRate percent
/// @param days    to pay, counted from the day of issue
public record PriceList(
        Map<LineKind, Money> prices, Currency currency, String sac, BigDecimal gstRate, StateCode supplier, int days) {
    /// Prices of an installation that has set none: 18 % tax, supplied from Maharashtra, due after 30 days.
    public static final PriceList USUAL = new PriceList(
            Map.of(
                    LineKind.POST_FEE, Money.inr("499.00"),
                    LineKind.PER_APPLICATION, Money.inr("5.00"),
                    LineKind.PER_INTERVIEW, Money.inr("49.00"),
                    LineKind.PER_JOINING, Money.inr("1999.00"),
                    LineKind.BOOST, Money.inr("199.00")),
            Currency.getInstance("INR"),
            "998513",
            Gst.STANDARD,
            new StateCode("27"),
            30);

    public PriceList {
        prices = Map.copyOf(prices);
    }

    boolean bills(LineKind kind) {
        return prices.containsKey(kind);
    }

    /// So many of a kind at today's price; the invoice splits the tax.
    Optional<InvoiceLine> line(LineKind kind, Optional<JobId> job, Optional<ApplicationId> application, int quantity) {
        return Optional.ofNullable(prices.get(kind))
                .map(price -> new InvoiceLine(
                        kind,
                        sac,
                        job,
                        application,
                        quantity,
                        price,
                        Money.zero(currency),
                        new Gst(gstRate, Gst.Supply.INTER_STATE)));
    }
}
