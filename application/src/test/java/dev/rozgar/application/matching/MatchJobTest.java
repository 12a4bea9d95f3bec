package dev.rozgar.application.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.Match.Kilometres;
import dev.rozgar.application.matching.Match.Part;
import dev.rozgar.application.matching.Match.Places;
import dev.rozgar.application.matching.Match.Values;
import dev.rozgar.application.matching.MatchJob.Asked;
import dev.rozgar.application.matching.MatchJob.Query;
import dev.rozgar.domain.job.JobId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchJobTest {
    private static final JobId ID = new JobId(7);
    private static final Filter ONSITE = one("remote", "ONSITE");
    private static final Filter PUNE = one("locations.locality", "Pune");
    private static final Filter.Near NEAR =
            new Filter.Near(JobFields.JOB.require("locations.point"), new GeoPoint(18.5, 73.9), 10);
    private static final Wording COOK = Wording.word("cook");

    private final Set<Filter> holding = new HashSet<>();
    private final List<JobJudge.Question> asked = new ArrayList<>();
    private final MatchJob match = new MatchJob(this::judge);

    private Optional<JobJudge.Judgement> judge(JobId id, JobJudge.Question question) {
        asked.add(question);
        if (!id.equals(ID)) return Optional.empty();
        return Optional.of(new JobJudge.Judgement(
                question.conditions().stream().map(holding::contains).toList(),
                Map.of("locations.locality", List.of(word("Nashik"), word("Nagpur"), word("Nashik"))),
                question.distances().stream().map(_ -> Optional.of(12_500.0)).toList()));
    }

    @Test
    void matchesWhereAllConditionsHold() {
        holding.addAll(List.of(ONSITE, PUNE));
        assertTrue(about(ONSITE, PUNE).holds());
        holding.remove(PUNE);
        assertFalse(about(ONSITE, PUNE).holds());
        assertTrue(about().holds());
    }

    @Test
    void tellsWhatTheJobHasInsteadEachOnce() {
        assertEquals(
                new Values(List.of(word("Nashik"), word("Nagpur"))),
                finding(PUNE).has());
        assertEquals(new Values(List.of()), finding(ONSITE).has());
        assertEquals(finding(PUNE).has(), finding(new Filter.Not(PUNE)).has());
    }

    @Test
    void measuresHowFarAPlaceIs() {
        assertEquals(new Kilometres(Optional.of(12.5)), finding(NEAR).has());
        assertEquals(
                Optional.of(new Gap(true, new Gap.Amount(new BigDecimal("2.500")))),
                finding(NEAR).gap());
        holding.add(NEAR);
        assertEquals(Optional.empty(), finding(NEAR).gap());
    }

    @Test
    void saysInWhichPlacesWordsStand() {
        Filter.Words anywhere = Filter.Words.of(COOK);
        assertEquals(new Places(List.of()), finding(anywhere).has());
        holding.add(anywhere);
        assertEquals(new Places(List.of(Weight.D)), finding(anywhere).has(), "nowhere else, so in running text");
        holding.add(new Filter.Words(List.of(COOK), List.of(Weight.B)));
        assertEquals(new Places(List.of(Weight.B)), finding(anywhere).has());
        assertEquals(
                new Places(List.of(Weight.B)), finding(new Filter.Not(anywhere)).has());
    }

    @Test
    void tellsOfEachAlternativeWhetherItHolds() {
        Filter any = new Filter.AnyOf(List.of((Filter.OnField) ONSITE, (Filter.OnField) PUNE));
        holding.addAll(List.of(any, PUNE));

        assertEquals(
                List.of(false, true),
                finding(any).alternatives().stream().map(Match.Finding::holds).toList());
    }

    @Test
    void givesThePointsOfTheBestStepThatHoldsOrWhatIsLeft() {
        Rank cook = Rank.ofWords(List.of(COOK), true);
        Filter title = new Filter.Words(List.of(COOK), List.of(Weight.A));
        Filter subject = new Filter.Words(List.of(COOK), List.of(Weight.B));
        holding.add(subject);
        Query query = new Query(List.of(), new Ranking(List.of(cook), Instant.EPOCH), Instant.EPOCH);
        assertEquals(
                List.of(new Part(32, Optional.of(subject))),
                match.handle(ID, query).orElseThrow().score());
        holding.add(title);
        assertEquals(64, match.handle(ID, query).orElseThrow().points());
        holding.clear();
        assertEquals(
                List.of(new Part(8, Optional.empty())),
                match.handle(ID, query).orElseThrow().score());
    }

    @Test
    void asksOnceAndOfEachConditionOnce() {
        Filter words = new Filter.Words(List.of(COOK), List.of(Weight.A));
        match.handle(
                ID,
                new Query(
                        List.of(new Asked("q", words), new Asked("remote", ONSITE), new Asked("x", ONSITE)),
                        new Ranking(List.of(Rank.ofWords(List.of(COOK), true)), Instant.EPOCH),
                        Instant.EPOCH));

        assertEquals(1, asked.size());
        List<Filter> conditions = asked.getFirst().conditions();
        assertEquals(conditions.size(), new HashSet<>(conditions).size());
        assertEquals(List.of(JobFields.JOB.require("remote")), asked.getFirst().fields());
    }

    @Test
    void knowsNothingOfAJobThatIsNotShown() {
        assertEquals(Optional.empty(), match.handle(new JobId(8), new Query(List.of(), Ranking.NONE, Instant.EPOCH)));
    }

    private Match.Finding finding(Filter filter) {
        return about(filter).conditions().getFirst().finding();
    }

    private Match about(Filter... filters) {
        List<Asked> all =
                List.of(filters).stream().map(filter -> new Asked("p", filter)).toList();
        return match.handle(ID, new Query(all, Ranking.NONE, Instant.EPOCH)).orElseThrow();
    }

    private static Filter one(String path, String word) {
        return new Filter.OneOf(JobFields.JOB.require(path), List.of(word(word)));
    }

    private static Value word(String word) {
        return new Value.Word(word);
    }
}
