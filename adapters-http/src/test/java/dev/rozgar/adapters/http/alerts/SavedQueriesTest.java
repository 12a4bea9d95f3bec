package dev.rozgar.adapters.http.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.application.alerts.SaveSearch;
import dev.rozgar.application.alerts.StoredQuery.Reading;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.PlainDictionary;
import dev.rozgar.application.words.Understand;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedQueriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");

    private final SavedQueries queries = new SavedQueries(new Understand(PlainDictionary.EMPTY));

    private List<Filter> legal(String query, Instant now) {
        return assertInstanceOf(Reading.Legal.class, queries.read(query, now)).filters();
    }

    @Test
    void readsFiltersConditionsAndWords() {
        List<Filter> filters = legal("q=rider&near=18.52,73.86&radius_km=10&remote=HYBRID&remote=FIELD", NOW);

        assertEquals(3, filters.size(), filters::toString);
        assertTrue(filters.stream().anyMatch(Filter.Words.class::isInstance), filters::toString);
        assertTrue(filters.stream().anyMatch(Filter.Near.class::isInstance), filters::toString);
        assertTrue(
                filters.stream()
                        .anyMatch(filter -> filter instanceof Filter.OneOf(var field, var values)
                                && field.equals(JobFields.JOB.require("remote"))
                                && values.size() == 2),
                filters::toString);
    }

    @Test
    void countsRelativeTimesFromWheneverItIsRead() {
        String week = "published_after=P7D";

        assertNotEquals(legal(week, NOW), legal(week, NOW.plusSeconds(1)));
        assertEquals(legal("published_after=2026-02-22T09:30:00.123Z", NOW), legal(week, NOW));
    }

    @Test
    void saysWhyWhatWasLegalIsNotAnyMore() {
        var reading = assertInstanceOf(Reading.Illegal.class, queries.read("colour=red&near=here", NOW));

        assertTrue(reading.why().contains("colour: is no parameter"), reading::why);
        assertTrue(reading.why().contains("near: must be latitude,longitude"), reading::why);
    }

    @Test
    void saysSoWithinBounds() {
        String many = IntStream.range(0, 50).mapToObj(i -> "no" + i + "=1").collect(Collectors.joining("&"));

        assertEquals(
                200,
                assertInstanceOf(Reading.Illegal.class, queries.read(many, NOW))
                        .why()
                        .length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit",
                "cursor",
                "sort",
                "count",
                "facets",
                "facet_size",
                "fields",
                "expand",
                "highlight",
                "collapse",
                "collapse_size",
                "relax",
                "read_model",
                "consistency_token",
                "any_of",
                "none_of"
            })
    void keepsNothingThatChoosesNoJobs(String name) {
        List<Problem.Error> faults = queries.faults("q=rider&" + name + "=1", "/query", NOW);

        assertEquals(
                List.of(new Problem.Error("/query", name, "NOT_ALLOWED", "chooses no jobs: only filters are kept")),
                faults);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?q=rider | | MALFORMED",
                "'' | | REQUIRED",
                "& | | REQUIRED",
                "q=%zz | | MALFORMED",
                "q=ridér | | MALFORMED",
                "q=rider&q=driver | q | DUPLICATE",
                "radius_km=10 | radius_km | NOT_ALLOWED",
                "published_after=soon | published_after | MALFORMED",
                "remote=SOMETIMES | remote | UNKNOWN_VALUE",
                "locations.point=1 | locations.point | NOT_ALLOWED",
                "colour=red | colour | UNKNOWN_PARAMETER"
            })
    void pointsToTheQueryAndNamesTheParameter(String query, String parameter, String code) {
        List<Problem.Error> faults = queries.faults(query, "/query", NOW);

        assertEquals(1, faults.size(), faults::toString);
        assertEquals("/query", faults.getFirst().pointer());
        assertEquals(parameter, faults.getFirst().parameter());
        assertEquals(code, faults.getFirst().code(), faults::toString);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var names = queries.faults("limit=3&near=here&colour=red&sort=-id", "/query", NOW).stream()
                .map(Problem.Error::parameter)
                .toList();

        assertEquals(4, names.size(), names::toString);
        assertTrue(names.containsAll(List.of("limit", "near", "colour", "sort")), names::toString);
    }

    @Test
    void takesAsManyFiltersAsLeaveRoomForThoseOfTheFeed() {
        List<String> filters = Stream.concat(
                        Stream.of("id=1", "id=-2", "company.id=1"),
                        JobFields.JOB.fields(Use.FILTER).stream()
                                .filter(field -> field.kind() == Kind.WHOLE || field.kind() == Kind.DECIMAL)
                                .map(field -> field.parameter() + ".gte=1"))
                .toList();
        String most = String.join("&", filters.subList(0, SaveSearch.MAX_FILTERS));
        String more = most + '&' + filters.get(SaveSearch.MAX_FILTERS);

        assertEquals(SaveSearch.MAX_FILTERS, legal(most, NOW).size());
        var faults = queries.faults(more, "/query", NOW);
        assertEquals("TOO_MANY", faults.getFirst().code(), faults::toString);
        assertTrue(faults.getFirst().detail().contains("18"), faults::toString);
    }
}
