package dev.rozgar.application.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenQueriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void thoseThatComeWithThisVersionAskForWhatIsDeclared() {
        List<GoldenQueries.Golden> all = GoldenQueries.read(JobFields.JOB).at(NOW);

        assertTrue(all.size() >= 12, all::toString);
        assertTrue(all.stream().allMatch(golden -> golden.query().asOf().equals(NOW)));
    }

    @Test
    void readsALineAsItWouldStandInAUrl() {
        DocumentQuery query = query("remote=HYBRID,FULL&pay.min.gte=100&promotion.lt=3&sort=-published_at,title");

        assertEquals(
                List.of("remote", "pay.min", "promotion"),
                query.filters().stream()
                        .map(filter -> ((Filter.OnField) filter).field().path())
                        .toList());
        assertEquals(
                List.of("-published_at", "title", "-id"),
                query.order().stream().map(Sort::text).toList());
        Filter.OneOf first = (Filter.OneOf) query.filters().getFirst();
        assertEquals(
                List.of("HYBRID", "FULL"),
                first.values().stream().map(Value::text).toList());
        Filter.Range last = (Filter.Range) query.filters().getLast();
        assertEquals("3", last.to().orElseThrow().value().text());
        assertEquals(false, last.to().orElseThrow().inclusive());
    }

    @Test
    void passesOverCommentsAndEmptyLines() {
        assertEquals(
                1,
                GoldenQueries.of(JobFields.JOB, "# all\n\n  sort=id  \n")
                        .at(NOW)
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=RED",
                "sort=colour",
                "title",
                "pay.min.gte=much",
                "remote.gte=HYBRID",
                "sort=skills.label"
            })
    void refusesALineThatAsksForWhatIsNotDeclared(String line) {
        assertThrows(IllegalArgumentException.class, () -> GoldenQueries.of(JobFields.JOB, line));
    }

    private static DocumentQuery query(String line) {
        return GoldenQueries.of(JobFields.JOB, line).at(NOW).getFirst().query();
    }
}
