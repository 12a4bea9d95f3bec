package dev.rozgar.adapters.http.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.posting.JobConditions;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.PlainDictionary;
import dev.rozgar.application.words.Understand;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueryParserTest {
    private static final QueryParser PARSER = new QueryParser(
            JobFields.JOB, JobFields.NEWEST_FIRST, JobConditions.of(new Understand(PlainDictionary.EMPTY)));

    private static DocumentQuery parse(String query) {
        return PARSER.parse(QueryString.parse(query), Set.of("read_model"), new QueryFaults(), Instant.EPOCH);
    }

    private static String onlyField(DocumentQuery query) {
        return ((Filter.OnField) query.filters().getFirst()).field().path();
    }

    private static List<String> faults(String query) {
        Refusal refusal = assertThrows(Refusal.class, () -> parse(query));
        return refusal.problem().errors().stream()
                .map(error -> error.parameter() + ' ' + error.code())
                .toList();
    }

    @Test
    void nothingAskedIsTheNewestTwenty() {
        DocumentQuery query = parse("");
        assertEquals(20, query.limit());
        assertEquals(Count.LIMITED, query.count());
        assertEquals(
                List.of("-published_at", "-id"),
                query.order().stream().map(sort -> sort.text()).toList());
        assertTrue(query.filters().isEmpty());
    }

    @Test
    void repeatedValuesAreOneFilterAndEqualOnesOneValue() {
        OneOf filter = (OneOf) parse("locations.locality=Pune&locations.locality=Nagpur&locations.locality=Pune")
                .filters()
                .getFirst();
        assertEquals(List.of(new Value.Word("Pune"), new Value.Word("Nagpur")), filter.values());
    }

    @Test
    void theEndsOfARangeAreOneFilter() {
        List<Filter> filters =
                parse("pay.min.gte=100&pay.min.lt=200.5&pay.min=150").filters();
        assertEquals(2, filters.size());
        Range range = (Range) filters.get(1);
        assertEquals("100", range.from().orElseThrow().value().text());
        assertTrue(range.from().orElseThrow().inclusive());
        assertEquals("200.5", range.to().orElseThrow().value().text());
        assertTrue(!range.to().orElseThrow().inclusive());
    }

    @Test
    void everyDeclaredFilterIsUnderstood() {
        for (DocumentField field : FilterParser.byValue(JobFields.JOB).toList()) {
            String value = field.leaf().codes().isEmpty()
                    ? example(field.kind())
                    : field.leaf().codes().getFirst();
            assertEquals(field.path(), onlyField(parse(field.parameter() + '=' + value)));
            if (field.kind().isOrdered())
                assertTrue(parse(field.parameter() + ".gt=" + value).filters().getFirst() instanceof Range);
        }
    }

    @Test
    void everyDeclaredSortIsUnderstoodBothWays() {
        for (DocumentField field : JobFields.JOB.fields(Use.SORT)) {
            assertEquals(
                    field.path(),
                    parse("sort=" + field.path()).order().getFirst().text());
            assertEquals(
                    '-' + field.path(),
                    parse("sort=-" + field.path()).order().getFirst().text());
        }
    }

    @Test
    void aNewFieldIsAFilterAtOnce() {
        var grown = JobFields.JOB.with(Declare.whole("floor").filter().sort());
        var query = new QueryParser(grown, JobFields.NEWEST_FIRST, QueryParser.Conditions.NONE)
                .parse(QueryString.parse("floor.gte=3&sort=-floor"), Set.of(), new QueryFaults(), Instant.EPOCH);
        assertEquals("floor", onlyField(query));
        assertEquals(
                List.of("-floor", "-id"),
                query.order().stream().map(sort -> sort.text()).toList());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertEquals(
                List.of(
                        "count DUPLICATE",
                        "limit MALFORMED",
                        "count UNKNOWN_VALUE",
                        "sort UNKNOWN_VALUE",
                        "limti UNKNOWN_PARAMETER",
                        "remote UNKNOWN_VALUE",
                        "pay.min.gte MALFORMED",
                        "immediate.lt NOT_ALLOWED",
                        "slug.gte NOT_ALLOWED"),
                faults(
                        "limit=x&sort=titel&count=all&count=none&limti=1&remote=X&pay.min.gte=y&immediate.lt=true&slug.gte=a"));
    }

    @Test
    void moreFiltersThanThereMayBeAreRefused() {
        String many = JobFields.JOB.fields(Use.FILTER).stream()
                .filter(field ->
                        field.kind() == Kind.KEYWORD && field.leaf().codes().isEmpty())
                .map(field -> field.path() + "=x")
                .collect(Collectors.joining("&"));
        assertTrue(
                faults(
                                many
                                        + "&id.gt=1&promotion=1&version=1&occupation.id=2&company.id=1&openings.total=3&immediate=true")
                        .stream()
                        .anyMatch(fault -> fault.endsWith("TOO_MANY")));
    }

    @Test
    void aLimitBeyondTheMostIsTheMost() {
        for (String text : List.of("101", "100000", "99999999999999999999", "0100"))
            assertEquals(100, parse("limit=" + text).limit());
        assertEquals(7, parse("limit=007").limit());
    }

    @Test
    void emptyPartsOfAQueryAreNothing() {
        assertEquals(5, parse("&&limit=5&").limit());
    }

    @Test
    void encodedTextIsDecodedOnce() {
        OneOf filter = (OneOf) parse("locations.locality=%E0%A4%AA%E0%A5%81%E0%A4%A3%E0%A5%87+%2541")
                .filters()
                .getFirst();
        assertEquals(List.of(new Value.Word("पुणे %41")), filter.values());
    }

    private static String example(Kind kind) {
        return switch (kind) {
            case WHOLE -> "42";
            case DECIMAL -> "18500.50";
            case FLAG -> "true";
            case KEYWORD, TEXT -> "Pune";
            case PLACE -> "IN/maharashtra";
            case MOMENT -> "2026-03-01T09:30:00Z";
            case DAY -> "2026-03-01";
            case TIME, POINT -> throw new IllegalStateException("no filter has this kind");
        };
    }
}
