package dev.rozgar.application.change;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.change.Transition.Actor;
import dev.rozgar.domain.hiring.Offer;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/// What facts about hiring need besides people.
final class HiringSamples {
    private HiringSamples() {}

    static Offer offer(Instant now) {
        var amount = BigDecimal.valueOf(18_000);
        var pay = new Pay(
                amount, amount, Currency.getInstance("INR"), PayPeriod.MONTH, Optional.empty(), PayKind.FIXED, true);
        return new Offer(1, pay, LocalDate.of(2026, 3, 20), now.plus(Duration.ofDays(7)));
    }

    static Transition line(Subject subject) {
        return new Transition(
                subject,
                0,
                "VIEW",
                Optional.of("APPLIED"),
                "IN_REVIEW",
                Optional.empty(),
                Actor.of(Identity.system("test")),
                2,
                Instant.parse("2026-03-02T06:30:00Z"));
    }
}
