package dev.rozgar.adapters.http.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.listing.JobFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetParserTest {
    private static final QueryParser PARSER = new QueryParser(
            JobFields.JOB, JobFields.NEWEST_FIRST, QueryParser.Conditions.NONE, Optional.of(JobFields.OPENINGS));

    @Test
    void nothingIsCountedThatNobodyAskedFor() {
        assertEquals(List.of(), parse("remote=ONSITE").facets());
    }

    @Test
    void facetsAreCountedInTheOrderAskedWithTheirOpenings() {
        assertEquals(
                List.of(wish("locations.locality", 10), wish("company.name", 10)),
                parse("facets=locations.locality,company.name").facets());
    }

    @Test
    void everyDeclaredFacetIsUnderstood() {
        for (DocumentField field : JobFields.JOB.fields(Use.FACET))
            assertEquals(
                    List.of(wish(field.path(), 3)),
                    parse("facet_size=3&facets=" + field.parameter()).facets());
    }

    @Test
    void aSizeTooLargeIsTheLargest() {
        for (String size : List.of("100", "101", "99999999999999999999"))
            assertEquals(
                    List.of(wish("remote", 100)),
                    parse("facets=remote&facet_size=" + size).facets());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "facets=                   | facets UNKNOWN_VALUE cannot count \"\"",
                "facets=company.nam        | facets UNKNOWN_VALUE cannot count \"company.nam\"; did you mean company.name?",
                "facets=locality           | facets UNKNOWN_VALUE cannot count \"locality\"; did you mean locations.locality?",
                "facets=title              | facets UNKNOWN_VALUE cannot count \"title\"",
                "facets=remote,            | facets UNKNOWN_VALUE cannot count \"\"",
                "facets=remote,remote      | facets DUPLICATE names remote twice",
                "facets=remote&facets=source | facets DUPLICATE may be given once",
                "facets=a,b,c,d,e,f,g,h,i,j,k | facets TOO_MANY may name at most 10 fields",
                "facets=remote&facet_size=0   | facet_size MALFORMED must be a whole number from 1 to 100",
                "facets=remote&facet_size=-1  | facet_size MALFORMED must be a whole number from 1 to 100",
                "facets=remote&facet_size=ten | facet_size MALFORMED must be a whole number from 1 to 100",
                "facets=remote&facet_size=    | facet_size MALFORMED must be a whole number from 1 to 100",
                "facet_size=5                 | facet_size NOT_ALLOWED needs facets",
                "facet=remote                 | facet UNKNOWN_PARAMETER is no parameter of this list; did you mean facets?",
            })
    void whatIsNotUnderstoodIsTold(String query, String fault) {
        assertEquals(fault, faults(query));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertEquals(
                "facet_size MALFORMED must be a whole number from 1 to 100; "
                        + "facets UNKNOWN_VALUE cannot count \"colour\"; facets DUPLICATE names remote twice",
                faults("facets=remote,colour,remote&facet_size=x"));
    }

    private static String faults(String query) {
        Refusal refusal = assertThrows(Refusal.class, () -> parse(query));
        return refusal.problem().errors().stream().map(FacetParserTest::text).collect(Collectors.joining("; "));
    }

    private static String text(Problem.Error error) {
        return error.parameter() + ' ' + error.code() + ' ' + error.detail();
    }

    private static FacetWish wish(String path, int size) {
        return new FacetWish(JobFields.JOB.require(path), size, Optional.of(JobFields.OPENINGS));
    }

    private static DocumentQuery parse(String query) {
        return PARSER.parse(QueryString.parse(query), Set.of(), new QueryFaults(), Instant.EPOCH);
    }
}
