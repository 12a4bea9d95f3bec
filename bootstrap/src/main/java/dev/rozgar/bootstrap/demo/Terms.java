package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.job.Benefit;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.Scope;
import dev.rozgar.domain.job.Shift;
import dev.rozgar.domain.job.ShiftKind;
import dev.rozgar.domain.job.WorkTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an ad offers: hours, pay, benefits.
final class Terms {
    private static final List<BigDecimal> HOURS =
            List.of(new BigDecimal("48"), new BigDecimal("54"), new BigDecimal("40"), new BigDecimal("45.5"));
    private static final BigDecimal PART_TIME_HOURS = new BigDecimal("24");
    private static final Set<DayOfWeek> SIX_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);

    private Terms() {}

    static WorkTime workTime(Vacancy vacancy) {
        var dice = vacancy.dice("work time");
        var type = type(dice);
        boolean part = type == EmploymentType.PART_TIME;
        Optional<Scope> scope = part
                ? Optional.of(new Scope(30, 60))
                : dice.chance(0.1) ? Optional.of(new Scope(dice.pick(List.of(50, 80)), 100)) : Optional.empty();
        Optional<BigDecimal> hours =
                dice.chance(0.5) ? Optional.of(part ? PART_TIME_HOURS : dice.pick(HOURS)) : Optional.empty();
        var types = dice.chance(0.04) ? Set.of(type, EmploymentType.OTHER) : Set.of(type);
        return new WorkTime(types, scope, shifts(vacancy.trade(), dice), hours);
    }

    private static EmploymentType type(Dice dice) {
        double share = dice.unit();
        if (share < 0.80) {
            return EmploymentType.FULL_TIME;
        }
        if (share < 0.90) {
            return EmploymentType.PART_TIME;
        }
        return dice.pick(List.of(
                EmploymentType.CONTRACTOR, EmploymentType.TEMPORARY, EmploymentType.PER_DIEM, EmploymentType.INTERN));
    }

    private static List<Shift> shifts(Trade trade, Dice dice) {
        if (dice.chance(0.4)) {
            return List.of();
        }
        var shifts = new ArrayList<Shift>();
        for (ShiftKind kind :
                trade.shifts().subList(0, dice.between(1, trade.shifts().size()))) {
            shifts.add(shift(kind, dice));
        }
        return shifts;
    }

    private static Shift shift(ShiftKind kind, Dice dice) {
        if (dice.chance(0.3)) {
            return Shift.of(kind);
        }
        int start = switch (kind) {
            case DAY -> dice.between(6, 10);
            case NIGHT -> dice.between(20, 22);
            case ROTATING, SPLIT, FLEX -> dice.between(5, 14);
        };
        return new Shift(
                kind,
                Optional.of(LocalTime.of(start, dice.pick(List.of(0, 0, 30)))),
                Optional.of(LocalTime.of((start + 9) % 24, 0)),
                dice.chance(0.7) ? SIX_DAYS : EnumSet.allOf(DayOfWeek.class));
    }

    static Optional<Pay> pay(Vacancy vacancy) {
        var dice = vacancy.dice("pay");
        if (!dice.chance(Shapes.PAY)) {
            return Optional.empty();
        }
        var trade = vacancy.trade();
        var period = period(trade, dice);
        double monthly = trade.payLow() + dice.unit() * (trade.payHigh() - trade.payLow()) * 0.6;
        var min = rounded(monthly, period, vacancy.city());
        var max = rounded(monthly * Shapes.PAY_RATIO.draw(dice), period, vacancy.city())
                .max(min);
        var kind = kind(trade, dice);
        Optional<BigDecimal> incentive = kind == PayKind.FIXED_PLUS_INCENTIVE
                ? Optional.of(min.divide(BigDecimal.valueOf(4), 0, RoundingMode.HALF_UP))
                : Optional.empty();
        return Optional.of(new Pay(
                min, max, vacancy.city().currency(), period, incentive, kind, !dice.chance(Shapes.PAY_UNDISCLOSED)));
    }

    private static PayKind kind(Trade trade, Dice dice) {
        if (trade.task() && dice.chance(0.4)) {
            return PayKind.PER_TASK;
        }
        return trade.incentive() && dice.chance(0.7) ? PayKind.FIXED_PLUS_INCENTIVE : PayKind.FIXED;
    }

    /// Indian ads name the month; building trades name the day.
    private static PayPeriod period(Trade trade, Dice dice) {
        double share = dice.unit();
        if (trade.daily() && share < 0.6) {
            return PayPeriod.DAY;
        }
        if (share < 0.88) {
            return PayPeriod.MONTH;
        }
        return share < 0.94 ? PayPeriod.YEAR : share < 0.97 ? PayPeriod.HOUR : PayPeriod.WEEK;
    }

    private static BigDecimal rounded(double monthly, PayPeriod period, City city) {
        int step = switch (period) {
            case HOUR -> 5;
            case DAY -> 10;
            case WEEK -> 100;
            case MONTH -> 500;
            case YEAR -> 10_000;
        };
        double amount = monthly * 12 / period.unitsPerYear();
        var whole = BigDecimal.valueOf(Math.max(1, Math.round(amount / step)) * step);
        return whole.multiply(city.pay()).setScale(city.pay().scale() > 0 ? 2 : 0, RoundingMode.HALF_UP);
    }

    static Set<Benefit> benefits(Vacancy vacancy) {
        var dice = vacancy.dice("benefits");
        if (!dice.chance(Shapes.BENEFITS)) {
            return Set.of();
        }
        return EnumSet.copyOf(dice.shuffled(List.of(Benefit.values())).subList(0, dice.between(1, 4)));
    }
}
