package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.QueryParser.Parsed;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Words;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Ways;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.Dictionary.Correction;
import dev.rozgar.application.words.PlainDictionary;
import dev.rozgar.application.words.Understand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobWordsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final QueryParser PARSER = new QueryParser(
            JobFields.JOB,
            JobFields.NEWEST_FIRST,
            JobConditions.of(new Understand(new PlainDictionary(
                    List.of(List.of(List.of("driver"), List.of("chauffeur"))),
                    Map.of("drivr", List.of(new Correction("driver", "driver")))))));

    private static Parsed read(String query, Instant now) {
        return PARSER.read(QueryString.parse(query), Set.of(), new QueryFaults(), now);
    }

    private static DocumentQuery query(String query) {
        return read(query, NOW).query();
    }

    private static List<String> orders(String query) {
        return query(query).order().stream().map(Sort::text).toList();
    }

    private static List<String> faults(String query) {
        return assertThrows(Refusal.class, () -> read(query, NOW)).problem().errors().stream()
                .map(JobWordsTest::text)
                .toList();
    }

    private static String text(Problem.Error error) {
        return error.parameter() + ' ' + error.code();
    }

    @Test
    void wordsAreFiltersAndTheOrderIsByPoints() {
        DocumentQuery query = query("q=night+driver");

        assertEquals(2, query.filters().size());
        assertTrue(query.filters().stream().allMatch(Words.class::isInstance));
        assertEquals(List.of("-score", "-id"), orders("q=night+driver"));
        // Two words, the two side by side in the title, and freshness.
        assertEquals(4, query.ranking().ranks().size());
    }

    @Test
    void anotherOrderHasNoPoints() {
        assertTrue(query("q=driver&sort=-published_at").ranking().isEmpty());
        assertEquals(List.of("-published_at", "-score", "-id"), orders("q=driver&sort=-published_at,relevance"));
    }

    @Test
    void wordsMayBeLookedForInSomePlacesOnly() {
        Filter filter = query("q=driver&q_fields=title,subject").filters().getFirst();

        assertEquals(List.of(Weight.A, Weight.B), ((Words) filter).in());
    }

    @Test
    void aPlainQueryHasNoOperators() {
        assertEquals(1, query("q=-driver&q_syntax=plain").filters().size());
        assertTrue(query("q=-driver&q_syntax=plain").filters().getFirst() instanceof Words);
    }

    @Test
    void theReplyTellsWhatWasUnderstood() {
        assertEquals(
                ",\"query\":{\"ignored\":[\"&\"],\"understood\":[{\"also\":[{\"form\":\"ALL\",\"words\":[\"chauffeur\"],"
                        + "\"worth\":75}],\"corrected\":[],\"form\":\"ALL\",\"occur\":\"MUST\",\"text\":\"Driver\","
                        + "\"words\":[\"driver\"]}]}",
                read("q=Driver+%26", NOW).members());
    }

    @Test
    void theReplyAsksWhetherAnotherSpellingWasMeant() {
        String members = read("q=%2Bdrivr+-night", NOW).members();

        assertTrue(members.endsWith(",\"did_you_mean\":\"+driver -night\""), members);
    }

    @Test
    void aPlaceTellsTheDistanceAndOrdersByItWhereAsked() {
        assertEquals(
                List.of("distance@18.5,73.8"),
                query("near=18.5,73.8").told().stream().map(Sort::text).toList());
        assertEquals(List.of("distance@18.5,73.8", "id"), orders("near=18.5,73.8&sort=distance"));
        assertTrue(query("near=18.5,73.8&sort=distance").told().isEmpty());
    }

    @Test
    void aTraversalKeepsTheMomentOfItsPoints() {
        DocumentQuery first = query("q=driver");
        DocumentPage page = DocumentPage.upTo(
                first,
                List.of(),
                Ways.on(Optional.of(
                        new Cursor(List.of(Optional.of(new Value.Whole(70)), Optional.of(new Value.Whole(7)))))),
                Optional.empty(),
                List.of());

        DocumentQuery later = read("q=driver&cursor=" + page.next().orElseThrow(), NOW.plusSeconds(86_400))
                .query();

        assertEquals(first.ranking(), later.ranking());
        assertEquals(NOW.plusSeconds(86_400), later.asOf());
    }

    @Test
    void aTraversalKeepsTheMomentOfItsDurations() {
        DocumentQuery first = query("published_after=P1D");
        DocumentPage page = DocumentPage.upTo(
                first,
                List.of(),
                Ways.on(Optional.of(new Cursor(List.of(
                        Optional.of(new Value.Moment(NOW.minusSeconds(60))), Optional.of(new Value.Whole(7)))))),
                Optional.empty(),
                List.of());

        DocumentQuery later = read("published_after=P1D&cursor=" + page.next().orElseThrow(), NOW.plusSeconds(3_600))
                .query();

        assertEquals(first.filters(), later.filters());
        assertTrue(later.after().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=                              | q MALFORMED",
                "q=%22open                       | q MALFORMED",
                "q=%26                           | q MALFORMED",
                "q=a&q=b                         | q DUPLICATE",
                "q_syntax=plain                  | q_syntax NOT_ALLOWED",
                "q_fields=title                  | q_fields NOT_ALLOWED",
                "q=driver&q_syntax=plane         | q_syntax UNKNOWN_VALUE",
                "q=driver&q_fields=titel         | q_fields UNKNOWN_VALUE",
                "sort=relevance                  | sort NOT_ALLOWED",
                "sort=distance                   | sort NOT_ALLOWED",
                "q=driver&sort=-relevance        | sort NOT_ALLOWED",
                "q=driver&sort=relevence         | sort UNKNOWN_VALUE",
                "q=driver&sort=relevance,relevance | sort DUPLICATE"
            })
    void whatIsNotUnderstoodIsAFault(String query, String fault) {
        assertEquals(List.of(fault), faults(query));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertEquals(
                List.of("q MALFORMED", "q MALFORMED", "sort UNKNOWN_VALUE", "radus_km UNKNOWN_PARAMETER"),
                faults("q=%2B+d*&sort=x&radus_km=5"));
    }
}
