package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.AnyOf;
import dev.rozgar.application.document.Filter.OnField;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.WeekSpans;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `shift_from` and `shift_to`, times of the clock in whole half-hours, on `shift_days`: jobs with a shift
/// that overlaps that time on any of the days, on which the time begins; to the next day if it ends before it
/// begins. A shift that does not say its days is worked on any, and one that does not say its times overlaps
/// nothing.
final class JobShifts {
    private static final String FROM = "shift_from";
    private static final String TO = "shift_to";
    static final String DAYS = "shift_days";

    static final Set<String> NAMES = Set.of(FROM, TO, DAYS);

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([03])0");
    private static final DocumentField SPANS = JobFields.JOB.require("shifts.spans");

    private final QueryString query;
    private final QueryFaults faults;

    JobShifts(QueryString query, QueryFaults faults) {
        this.query = query;
        this.faults = faults;
    }

    Optional<Filter> parse() {
        Optional<Integer> from = halfHours(FROM);
        Optional<Integer> to = halfHours(TO);
        Set<DayOfWeek> days = query.first(DAYS).map(this::days).orElse(EnumSet.allOf(DayOfWeek.class));
        for (String name : List.of(FROM, TO, DAYS)) {
            for (String needed : List.of(FROM, TO)) {
                if (query.first(name).isPresent() && query.first(needed).isEmpty())
                    faults.add(name, "NOT_ALLOWED", "needs " + needed);
            }
        }
        if (from.isEmpty() || to.isEmpty() || days.isEmpty()) return Optional.empty();
        if (from.equals(to)) faults.add(TO, "OUT_OF_RANGE", "must differ from " + FROM);
        return Optional.of(filter(WeekSpans.touching(days, from.get(), to.get())));
    }

    static List<Told> described() {
        return List.of(
                new Told(
                        FROM,
                        "Beside shift_to: jobs with a shift that overlaps the time from here, by the clock of the place, in"
                                + " whole half-hours.",
                        object("type", "string", "pattern", "^" + TIME.pattern() + "$")),
                new Told(
                        TO,
                        "Where that time ends: on the next day if that is not after shift_from.",
                        object("type", "string", "pattern", "^" + TIME.pattern() + "$")),
                new Told(
                        DAYS,
                        "The days on which that time begins, such as MONDAY,TUESDAY; any day if it is not given.",
                        object("type", "string")));
    }

    private Optional<Integer> halfHours(String name) {
        return query.first(name).flatMap(text -> {
            Matcher time = TIME.matcher(text);
            if (time.matches())
                return Optional.of(
                        Integer.parseInt(time.group(1)) * 2 + (time.group(2).equals("3") ? 1 : 0));
            faults.add(name, "MALFORMED", "must be a time on the hour or half past, such as 09:30");
            return Optional.empty();
        });
    }

    private Set<DayOfWeek> days(String text) {
        List<String> names = Arrays.stream(DayOfWeek.values()).map(Enum::name).toList();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : text.split(",", names.size() + 2)) {
            if (!names.contains(name))
                faults.add(
                        DAYS,
                        "UNKNOWN_VALUE",
                        "must be some of " + String.join(", ", names) + Nearest.hint(name, names));
            else if (!days.add(DayOfWeek.valueOf(name))) faults.add(DAYS, "DUPLICATE", "names " + name + " twice");
        }
        return days;
    }

    /// A filter names only so many values.
    private static Filter filter(Set<Long> spans) {
        List<Value> values =
                spans.stream().map(span -> (Value) new Value.Whole(span)).toList();
        List<OnField> some = new ArrayList<>();
        for (int i = 0; i < values.size(); i += Filter.MAX_VALUES)
            some.add(new OneOf(SPANS, values.subList(i, Math.min(values.size(), i + Filter.MAX_VALUES))));
        return some.size() == 1 ? some.getFirst() : new AnyOf(some);
    }
}
