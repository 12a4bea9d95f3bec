package dev.rozgar.application.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.SuggestJobs.Asked;
import dev.rozgar.application.listing.Suggestions.Candidate;
import dev.rozgar.application.listing.Suggestions.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestJobsTest {
    private static final Candidate RIDER = new Candidate(Kind.OCCUPATION, "12", "Delivery rider");
    private static final Candidate DELIVERING = new Candidate(Kind.SKILL, "Delivering", "Delivering");
    private static final Candidate DELHI = new Candidate(Kind.LOCALITY, "IN/delhi/delhi", "Delhi");
    private static final SuggestJobs SUGGEST =
            new SuggestJobs(new ListedSuggestions(List.of(RIDER, DELIVERING, DELHI)));

    private final List<Tally> asked = new ArrayList<>();

    private List<String> suggested(String typed, int size, List<Filter> filters, Long... counts) {
        return SUGGEST
                .handle(new Asked(typed, size, filters, Instant.EPOCH), tally -> {
                    asked.add(tally);
                    return List.of(counts);
                })
                .stream()
                .map(one -> one.candidate().text() + ' ' + one.count())
                .toList();
    }

    private static Filter one(String path, String value) {
        return new Filter.OneOf(JobFields.JOB.require(path), List.of(new Value.Word(value)));
    }

    @Test
    void mostJobsComeFirstAndOfEqualsTheFirstByItsText() {
        assertEquals(List.of("Delhi 9", "Delivering 7"), suggested("del", 2, List.of(), 7L, 7L, 9L));
        assertEquals(
                List.of("Delhi 9", "Delivering 7", "Delivery rider 7"), suggested("del", 3, List.of(), 7L, 7L, 9L));
    }

    @Test
    void whatLeavesNoJobIsNotSuggested() {
        assertEquals(List.of("Delhi 1"), suggested("del", 10, List.of(), 0L, 0L, 1L));
    }

    @Test
    void nothingIsCountedWhereNothingMatches() {
        assertEquals(List.of(), suggested("xyz", 10, List.of()));
        assertTrue(asked.isEmpty());
    }

    @Test
    void theFilterOnItsOwnFieldMakesWayForASuggestion() {
        Filter remote = one("remote", "HYBRID");
        Filter pune = one("locations.places", "IN/maharashtra/pune");

        suggested("del", 10, List.of(remote, pune), 1L, 1L, 1L);

        Tally tally = asked.getFirst();
        assertEquals(List.of(remote), tally.common());
        assertTrue(tally.cases().get(0).contains(pune));
        assertEquals(
                List.of(one("locations.places", "IN/delhi/delhi")),
                tally.cases().get(2));
    }

    @Test
    void aSuggestionStandsForItsIdOrItsText() {
        suggested("del", 10, List.of(), 1L, 1L, 1L);

        assertEquals(
                List.of(
                        List.of(new Filter.OneOf(JobFields.JOB.require("occupation.id"), List.of(new Value.Whole(12)))),
                        List.of(one("skills.label", "Delivering")),
                        List.of(one("locations.places", "IN/delhi/delhi"))),
                asked.getFirst().cases());
    }

    @Test
    void noMoreIsCountedThanMayBe() {
        List<Candidate> many = IntStream.range(0, 200)
                .mapToObj(i -> new Candidate(Kind.TITLE, "Driver " + i, "Driver " + i))
                .toList();

        new SuggestJobs(new ListedSuggestions(many))
                .handle(new Asked("dri", 20, List.of(one("remote", "HYBRID")), Instant.EPOCH), tally -> {
                    asked.add(tally);
                    return tally.cases().stream().map(_ -> 1L).toList();
                });

        assertEquals(Tally.MAX_CASES, asked.getFirst().cases().size());
    }
}
