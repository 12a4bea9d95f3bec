package dev.rozgar.application.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobLikeness.Aspect;
import dev.rozgar.application.matching.JobLikeness.Kind;
import dev.rozgar.application.words.PlainDictionary;
import dev.rozgar.application.words.Understand;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobLikenessTest {
    private static final JobId ID = new JobId(7);
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private final Map<String, List<Value>> job = new HashMap<>(Map.of("title", List.of(word("Security guard"))));
    private PlainDictionary dictionary = PlainDictionary.EMPTY;

    @Test
    void everythingThatIsSharedHasItsPoints() {
        occupied();
        job.put("skills.label", List.of(word("Patrolling"), word("CCTV"), word("Patrolling")));
        job.put("locations.locality", List.of(word("Pune"), word("Nashik")));
        job.put("locations.region", List.of(word("Maharashtra")));

        assertEquals(
                List.of(
                        "OCCUPATION Guard 64, OCCUPATION Security 32, OCCUPATION Services 8",
                        "TITLE Security guard 16, TITLE security guard 12",
                        "WORDS security 8",
                        "WORDS guard 8",
                        "SKILL Patrolling 12",
                        "SKILL CCTV 12",
                        "PLACE Pune, Nashik 6, PLACE Maharashtra 3"),
                told());
    }

    @Test
    void whatStandsInForWordsCountsLessAndSomeOfSeveralLess() {
        dictionary =
                new PlainDictionary(List.of(List.of(List.of("security", "guard"), List.of("chowkidar"))), Map.of());

        assertEquals(
                List.of(
                        "TITLE Security guard 16, TITLE security guard 12",
                        "WORDS security guard 16, WORDS chowkidar 12, WORDS security, guard 8"),
                told());
    }

    @Test
    void goesByTheNameBeforeTheFirstBracketOrDash() {
        for (String aside : List.of(" (10 Openings) - Pune", " - Night shift", " | Urgent", " [new]")) {
            job.put("title", List.of(word("Guard" + aside)));
            assertEquals(List.of("TITLE Guard" + aside + " 16", "WORDS guard 8"), told());
        }
        job.put("title", List.of(word("(Urgent) guard")));
        assertEquals(3, told().size());
    }

    @Test
    void wordsThatSayNothingAreNotLookedFor() {
        job.put("title", List.of(word("Guard for the night for a school")));

        assertEquals(
                List.of("guard", "night", "school"),
                likeness().aspects().stream()
                        .flatMap(List::stream)
                        .filter(aspect -> aspect.kind() == Kind.WORDS)
                        .map(Aspect::text)
                        .toList());
    }

    @Test
    void noWordOfATitleIsTakenForMisspelt() {
        dictionary = new PlainDictionary(
                List.of(),
                Map.of("guard", List.of(new dev.rozgar.application.words.Dictionary.Correction("card", "card"))));

        assertFalse(told().toString().contains("card"));
    }

    /// As the table says; the least is part of what [JobLikeness] promises.
    @Test
    void oneWordAndAPlaceAreNeverEnough() {
        assertTrue(JobLikeness.GROUP >= JobLikeness.LEAST);
        assertTrue(JobLikeness.TITLE + JobLikeness.WORD >= JobLikeness.LEAST);
        assertTrue(JobLikeness.NAME + 2 * JobLikeness.WORD >= JobLikeness.LEAST);
        assertTrue(2 * JobLikeness.SKILL >= JobLikeness.LEAST);
        assertTrue(JobLikeness.FIELD + JobLikeness.WORD + JobLikeness.LOCALITY < JobLikeness.LEAST);
        assertTrue(2 * JobLikeness.WORD + JobLikeness.LOCALITY < JobLikeness.LEAST);
        assertTrue(JobLikeness.SKILL + JobLikeness.WORD < JobLikeness.LEAST);
    }

    @Test
    void theQueryKeepsItsFiltersAndLeavesTheJobOut() {
        Filter onsite = one("remote", word("ONSITE"));
        DocumentQuery query = likeness()
                .of(DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, NOW).where(onsite));

        assertEquals(1 + JobLikeness.FILTERS, query.filters().size());
        assertTrue(query.filters().containsAll(List.of(onsite, new Filter.Not(one("id", new Value.Whole(7))))));
        assertEquals(JobLikeness.LEAST, query.ranking().least());
        assertEquals(
                List.of("-score", "-published_at", "-id"),
                query.order().stream().map(Sort::text).toList());
    }

    /// No store counts what so many points choose.
    @Test
    void pointsChooseOnlyWhatTheyOrder() {
        DocumentQuery query = likeness().of(DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, NOW));
        List<FacetWish> wishes = List.of(new FacetWish(JobFields.JOB.require("remote"), 5, Optional.empty()));

        assertThrows(IllegalArgumentException.class, () -> query.counting(wishes));
        assertThrows(IllegalArgumentException.class, () -> new Ranking(List.of(), NOW, JobLikeness.LEAST));
    }

    @Test
    void theLargestJobHasAQueryToo() {
        occupied();
        job.put("title", List.of(word("a1 ".repeat(33).strip())));
        job.put("skills.label", many(100));
        job.put("locations.locality", many(500));
        job.put("locations.region", many(500));
        DocumentQuery all = likeness().of(DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, NOW));

        assertEquals(
                JobLikeness.MAX_SKILLS,
                all.ranking().ranks().stream()
                        .map(Rank::steps)
                        .filter(steps -> steps.getFirst().points() == JobLikeness.SKILL)
                        .count());
        job.put("title", List.of(word("!!!")));
        assertFalse(likeness()
                .of(DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, NOW))
                .filters()
                .isEmpty());
    }

    @Test
    void ofAJobThatIsNotShownNothingIsKnown() {
        assertEquals(Optional.empty(), liken().handle(new JobId(8), NOW));
    }

    private void occupied() {
        job.put("occupation.id", List.of(new Value.Whole(3401)));
        job.put("occupation.label", List.of(word("Guard")));
        job.put("occupation.group.id", List.of(new Value.Whole(34)));
        job.put("occupation.group.label", List.of(word("Security")));
        job.put("occupation.group.field.id", List.of(new Value.Whole(3)));
        job.put("occupation.group.field.label", List.of(word("Services")));
    }

    private static List<Value> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> word("w" + i)).toList();
    }

    private LikenJob liken() {
        return new LikenJob(
                (id, _) -> id.equals(ID)
                        ? Optional.of(new JobJudge.Judgement(List.of(), job, List.of()))
                        : Optional.empty(),
                new Understand(dictionary));
    }

    private JobLikeness likeness() {
        return liken().handle(ID, NOW).orElseThrow();
    }

    private List<String> told() {
        return likeness().aspects().stream()
                .map(best -> String.join(
                        ", ",
                        best.stream()
                                .map(aspect -> aspect.kind() + " " + aspect.text() + ' '
                                        + aspect.step().points())
                                .toList()))
                .toList();
    }

    private static Value word(String text) {
        return new Value.Word(text);
    }

    private static Filter one(String path, Value value) {
        return new Filter.OneOf(JobFields.JOB.require(path), List.of(value));
    }
}
