package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.AnyOf;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Missing;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `experience_months`, what somebody has: jobs whose range of months admits it. `experience_max`: jobs that ask for no
/// more than that. A job that says no least months, or that people without any may apply, asks for none; one that says
/// no most months takes any number.
final class JobExperience {
    private static final String MONTHS = "experience_months";
    private static final String MOST = "experience_max";

    static final Set<String> NAMES = Set.of(MONTHS, MOST);

    private static final int MAX_MONTHS = 600;
    private static final DocumentField LEAST_ASKED = JobFields.JOB.require("experience.months_min");
    private static final DocumentField MOST_ASKED = JobFields.JOB.require("experience.months_max");
    private static final Filter.OnField FRESHERS =
            new OneOf(JobFields.JOB.require("experience.fresher_ok"), List.of(new Value.Flag(true)));

    private final QueryString query;
    private final QueryFaults faults;

    JobExperience(QueryString query, QueryFaults faults) {
        this.query = query;
        this.faults = faults;
    }

    /// Each with the parameter that asks for it.
    Map<Filter, String> parse() {
        Map<Filter, String> filters = new LinkedHashMap<>();
        months(MONTHS).ifPresent(has -> {
            filters.put(asksAtMost(has), MONTHS);
            Range admits = new Range(MOST_ASKED, Optional.of(has), Optional.empty());
            filters.put(new AnyOf(List.of(admits, new Missing(MOST_ASKED))), MONTHS);
        });
        months(MOST).ifPresent(most -> filters.putIfAbsent(asksAtMost(most), MOST));
        return filters;
    }

    static List<Told> described() {
        Map<String, Object> months = object("type", "integer", "minimum", 0, "maximum", MAX_MONTHS);
        return List.of(
                new Told(
                        MONTHS,
                        "Months of experience that somebody has: jobs that take them, those whose experience.months_min is"
                                + " not more and whose months_max is not less. A job without months_min, or that is fresher_ok,"
                                + " asks for none; one without months_max takes any number.",
                        months),
                new Told(
                        MOST,
                        "Jobs that ask for at most so many months of experience, those that ask for none among them.",
                        months));
    }

    private static Filter asksAtMost(Bound months) {
        return new AnyOf(List.of(
                new Range(LEAST_ASKED, Optional.empty(), Optional.of(months)), new Missing(LEAST_ASKED), FRESHERS));
    }

    private Optional<Bound> months(String name) {
        var months = query.whole(name, 0, MAX_MONTHS, faults);
        return months.isPresent() ? Optional.of(new Bound(new Value.Whole(months.getAsInt()), true)) : Optional.empty();
    }
}
