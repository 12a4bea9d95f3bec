package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Back;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.QueryParser.Wanted;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Near;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobRelevance;
import dev.rozgar.application.words.Understand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people ask of jobs in their own units, as conditions on declared fields:
///
/// | parameters | a job is found if |
/// |---|---|
/// | `near=lat,lon` and `radius_km` (0.1 to 1000, 25 if not given) | any of its locations lies in the circle |
/// | `pay_min`, `pay_max`, `pay_period`, `include_undisclosed` | its pay overlaps that range, see [JobPay] |
/// | `experience_months`, `experience_max` | it takes somebody with so much experience, see [JobExperience] |
/// | `q`, `q_syntax`, `q_fields` | it says these words, see [JobWords] |
/// | `shift_from`, `shift_to`, `shift_days` | it has a shift that overlaps, see [JobShifts] |
/// | `published_after`: a date-time, or an ISO 8601 duration back from now (`P7D`, `PT36H`) | it was published then or
/// later |
public final class JobConditions {
    private static final String NEAR = "near";
    static final String RADIUS = "radius_km";
    private static final String PUBLISHED_AFTER = "published_after";

    /// Sort keys that jobs have beside their fields.
    private static final String RELEVANCE = "relevance";
    private static final String DISTANCE = "distance";
    private static final Map<String, String> ORDERS = Map.of(RELEVANCE, JobWords.Q, DISTANCE, NEAR);
    private static final Set<String> OF_VALUES = Stream.concat(
                    Stream.of(NEAR, RADIUS, PUBLISHED_AFTER),
                    Stream.of(JobPay.NAMES, JobShifts.NAMES, JobExperience.NAMES)
                            .flatMap(Set::stream))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> NAMES = names();

    static final double USUAL_RADIUS = 25;
    static final double LEAST_RADIUS = 0.1;
    static final double MOST_RADIUS = 1_000;

    private static final DocumentField POINT = JobFields.JOB.require("locations.point");
    private static final DocumentField PUBLISHED = JobFields.JOB.require("published_at");

    private final QueryString query;
    private final QueryFaults faults;

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(OF_VALUES);
        names.addAll(JobWords.NAMES);
        return names;
    }

    /// Sort keys that jobs have beside their fields.
    public static Set<String> orders() {
        return ORDERS.keySet();
    }

    /// @param understand asked about the words of a query
    public static QueryParser.Conditions of(Understand understand) {
        return new QueryParser.Conditions(
                NAMES, ORDERS, (query, faults, now) -> new JobConditions(query, faults).parse(understand, now));
    }

    /// All but the words, of a route that has words of its own, or of a part of a query that has none.
    static QueryParser.Conditions besideWords() {
        return new QueryParser.Conditions(OF_VALUES, Map.of(), (query, faults, now) -> {
            List<Filter> filters = new JobConditions(query, faults).values(now, new HashMap<>());
            return Wanted.of(filters).telling(distances(filters));
        });
    }

    private JobConditions(QueryString query, QueryFaults faults) {
        this.query = query;
        this.faults = faults;
    }

    private Wanted parse(Understand understand, Instant now) {
        Map<Filter, String> names = new HashMap<>();
        List<Filter> filters = new ArrayList<>(values(now, names));
        List<Sort> told = distances(filters);
        Map<String, Sort> orders = new HashMap<>();
        told.forEach(distance -> orders.put(DISTANCE, distance));
        Optional<JobWords.Wanted> words = JobWords.parse(query, faults, understand);
        words.ifPresent(its -> {
            filters.addAll(its.understanding().filters(its.in()));
            names.putAll(its.names());
            orders.put(RELEVANCE, new Sort.ByScore());
        });
        return new Wanted(
                filters,
                orders,
                words.map(_ -> RELEVANCE),
                told,
                at -> words.map(its -> JobRelevance.of(its.understanding(), at)).orElse(Ranking.NONE),
                PageShape.WHOLE,
                words.flatMap(its -> its.understanding().sought(its.in())),
                words.map(JobWords.Wanted::members).orElse(""),
                names,
                false);
    }

    /// From the middle of each circle.
    private static List<Sort> distances(List<Filter> filters) {
        return filters.stream()
                .filter(Near.class::isInstance)
                .map(Near.class::cast)
                .<Sort>map(circle -> new Sort.ByDistance(circle.field(), circle.centre()))
                .toList();
    }

    /// @param names is told which parameter asked for a filter
    private List<Filter> values(Instant now, Map<Filter, String> names) {
        List<Filter> filters = new ArrayList<>();
        near().ifPresent(circle -> {
            filters.add(circle);
            names.put(circle, NEAR);
        });
        Map<Filter, String> several = new LinkedHashMap<>(new JobPay(query, faults).parse());
        several.putAll(new JobExperience(query, faults).parse());
        filters.addAll(several.keySet());
        names.putAll(several);
        publishedAfter(now).ifPresent(published -> {
            filters.add(published);
            names.put(published, PUBLISHED_AFTER);
        });
        new JobShifts(query, faults).parse().ifPresent(shift -> {
            filters.add(shift);
            names.put(shift, "shift_from");
        });
        return filters;
    }

    /// Name, description and schema of each parameter.
    public static List<Told> described() {
        List<Told> all = new ArrayList<>(JobWords.described());
        all.addAll(JobShifts.described());
        all.addAll(JobPay.described());
        all.addAll(JobExperience.described());
        all.addAll(List.of(
                new Told(NEAR, "latitude,longitude: jobs with a location around it.", object("type", "string")),
                new Told(
                        RADIUS,
                        "Kilometres around near.",
                        object(
                                "type",
                                "number",
                                "minimum",
                                LEAST_RADIUS,
                                "maximum",
                                MOST_RADIUS,
                                "default",
                                USUAL_RADIUS)),
                new Told(
                        PUBLISHED_AFTER,
                        "A date-time with offset, or an ISO 8601 duration back from now, such as P7D.",
                        object("type", "string"))));
        return all;
    }

    /// A parameter as OpenAPI describes it.
    public record Told(String name, String description, Map<String, Object> schema) {}

    private Optional<Near> near() {
        Optional<String> radius = query.first(RADIUS);
        Optional<String> centre = query.first(NEAR);
        if (centre.isEmpty()) {
            if (radius.isPresent()) faults.add(RADIUS, "NOT_ALLOWED", "needs near=latitude,longitude");
            return Optional.empty();
        }
        Optional<GeoPoint> point = GeoPoint.parse(centre.get());
        if (point.isEmpty())
            faults.add(NEAR, "MALFORMED", "must be latitude,longitude in degrees, such as 18.52,73.86");
        double km = radius.map(this::radius).orElse(USUAL_RADIUS);
        return point.map(at -> new Near(POINT, at, km));
    }

    private double radius(String text) {
        Optional<BigDecimal> km = decimal(text);
        if (km.isPresent() && km.get().doubleValue() >= LEAST_RADIUS && km.get().doubleValue() <= MOST_RADIUS)
            return km.get().doubleValue();
        faults.add(RADIUS, "OUT_OF_RANGE", "must be a number of kilometres from 0.1 to 1000");
        return USUAL_RADIUS;
    }

    private Optional<Filter> publishedAfter(Instant now) {
        return query.first(PUBLISHED_AFTER).flatMap(text -> {
            Optional<Instant> from = Back.to(text, now);
            if (from.isEmpty()) faults.add(PUBLISHED_AFTER, "MALFORMED", Back.EXPECTATION);
            return from.map(then ->
                    new Range(PUBLISHED, Optional.of(new Bound(new Value.Moment(then), true)), Optional.empty()));
        });
    }

    static Optional<BigDecimal> decimal(String text) {
        return Kind.DECIMAL.parse(text).map(value -> new BigDecimal(value.text()));
    }
}
