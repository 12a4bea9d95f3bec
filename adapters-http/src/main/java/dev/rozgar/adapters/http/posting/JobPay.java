package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.AnyOf;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Missing;
import dev.rozgar.application.document.Filter.OnField;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.PayPeriod;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `pay_min` and `pay_max` in `pay_period` (`MONTH` if not given): jobs whose pay, for a year of full work, overlaps
/// that range; with `include_undisclosed=true` also those that do not say what they pay.
final class JobPay {
    private static final String PAY_MIN = "pay_min";
    private static final String PAY_MAX = "pay_max";
    private static final String PAY_PERIOD = "pay_period";
    private static final String UNDISCLOSED = "include_undisclosed";

    static final Set<String> NAMES = Set.of(PAY_MIN, PAY_MAX, PAY_PERIOD, UNDISCLOSED);

    private static final DocumentField ANNUAL_MIN = JobFields.JOB.require("pay.derived.annual_min");
    private static final DocumentField ANNUAL_MAX = JobFields.JOB.require("pay.derived.annual_max");
    private static final List<String> PERIODS =
            JobFields.JOB.require("pay.period").leaf().codes();

    private final QueryString query;
    private final QueryFaults faults;

    JobPay(QueryString query, QueryFaults faults) {
        this.query = query;
        this.faults = faults;
    }

    static List<Told> described() {
        Map<String, Object> amount = object("type", "number", "minimum", 0);
        return List.of(
                new Told(PAY_MIN, "Jobs whose pay overlaps the range that begins here, both ends included.", amount),
                new Told(PAY_MAX, "Jobs whose pay overlaps the range that ends here.", amount),
                new Told(
                        PAY_PERIOD,
                        "What pay_min and pay_max are for; compared by the year of full work, in the job's currency.",
                        object("type", "string", "enum", PERIODS, "default", PayPeriod.MONTH.name())),
                new Told(
                        UNDISCLOSED,
                        "Beside pay_min or pay_max: jobs that do not say what they pay as well.",
                        object("type", "boolean", "default", false)));
    }

    /// Each with the parameter that asks for it.
    Map<Filter, String> parse() {
        PayPeriod period = period();
        Optional<Bound> least = amount(PAY_MIN, period);
        Optional<Bound> most = amount(PAY_MAX, period);
        boolean undisclosed = query.flag(UNDISCLOSED, faults);
        if (query.first(PAY_MIN).isEmpty() && query.first(PAY_MAX).isEmpty()) {
            for (String name : List.of(PAY_PERIOD, UNDISCLOSED)) {
                if (query.first(name).isPresent()) faults.add(name, "NOT_ALLOWED", "needs pay_min or pay_max");
            }
        }
        if (least.isPresent() && most.isPresent() && isAbove(least.get(), most.get()))
            faults.add(PAY_MIN, "OUT_OF_RANGE", "is more than pay_max");
        Map<Filter, String> asked = new LinkedHashMap<>();
        least.ifPresent(bound ->
                asked.put(or(undisclosed, new Range(ANNUAL_MAX, Optional.of(bound), Optional.empty())), PAY_MIN));
        most.ifPresent(bound ->
                asked.put(or(undisclosed, new Range(ANNUAL_MIN, Optional.empty(), Optional.of(bound))), PAY_MAX));
        return asked;
    }

    private static Filter or(boolean undisclosed, OnField condition) {
        return undisclosed ? new AnyOf(List.of(condition, new Missing(condition.field()))) : condition;
    }

    private static boolean isAbove(Bound one, Bound other) {
        return new BigDecimal(one.value().text())
                        .compareTo(new BigDecimal(other.value().text()))
                > 0;
    }

    private PayPeriod period() {
        Optional<String> given = query.first(PAY_PERIOD);
        if (given.isEmpty()) return PayPeriod.MONTH;
        if (PERIODS.contains(given.get())) return PayPeriod.valueOf(given.get());
        faults.add(
                PAY_PERIOD,
                "UNKNOWN_VALUE",
                "must be one of " + String.join(", ", PERIODS) + Nearest.hint(given.get(), PERIODS));
        return PayPeriod.MONTH;
    }

    private Optional<Bound> amount(String name, PayPeriod period) {
        Optional<String> given = query.first(name);
        if (given.isEmpty()) return Optional.empty();
        Optional<BigDecimal> amount = JobConditions.decimal(given.get()).filter(number -> number.signum() >= 0);
        if (amount.isEmpty()) faults.add(name, "MALFORMED", "must be an amount, such as 18000 or 650.50");
        return amount.map(number ->
                new Bound(new Value.Decimal(number.multiply(BigDecimal.valueOf(period.unitsPerYear()))), true));
    }
}
