package dev.rozgar.bootstrap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Contestant LIMIT = Contestant.of("limit", "limit");
    private static final Contestant USUAL = Contestant.of("usual", "usual");
    private static final Contestant OURS =
            Contestant.of("ours", "ours").reaching(0.6, "limit").against("usual");

    @Test
    void takesTheMedianOfOddAndEvenRounds() {
        assertEquals(new Spread(3, 1, 9), Spread.of(List.of(9.0, 1.0, 3.0)));
        assertEquals(new Spread(4, 1, 9), Spread.of(List.of(9.0, 1.0, 3.0, 5.0)));
    }

    @Test
    void hasNoMedianOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void findsPercentilesByNearestRank() {
        double[] hundred = new double[100];
        for (int i = 0; i < 100; i++) hundred[i] = 100 - i;

        assertEquals(50, Spread.percentile(hundred, 50));
        assertEquals(95, Spread.percentile(hundred, 95));
        assertEquals(7, Spread.percentile(new double[] {7}, 95));
    }

    @Test
    void formsRatiosWithinARoundBeforeTheMedian() {
        // The machine slows down threefold; the ratio of the medians would be 300/1000.
        Scores scores = scores(round(1000, 600, 100), round(300, 150, 30), round(1000, 500, 90));

        assertEquals(Optional.of(new Spread(0.5, 0.5, 0.6)), scores.ofLimit(OURS));
        assertEquals(5.5555, scores.ofBaseline(OURS).orElseThrow().median(), 0.001);
    }

    @Test
    void saysWhetherTheTargetIsReached() {
        assertEquals(Optional.of(true), scores(round(1000, 600, 100)).reachesTarget(OURS));
        assertEquals(Optional.of(false), scores(round(1000, 599, 100)).reachesTarget(OURS));
        assertEquals(Optional.empty(), scores(round(1000, 599, 100)).reachesTarget(LIMIT));
    }

    @Test
    void judgesTheWaitByTheMedianOfTheRatios() {
        Contestant twice = Contestant.of("ours", "ours").within(2, "limit");
        Scores scores = new Scores(List.of(LIMIT, twice));
        scores.add(Map.of("limit", waiting(1), "ours", waiting(1.9)));
        scores.add(Map.of("limit", waiting(10), "ours", waiting(20)));
        assertEquals(new Spread(1.95, 1.9, 2), scores.timesLimit(twice).orElseThrow());
        assertEquals(Optional.of(true), scores.reachesTarget(twice));
        scores.add(Map.of("limit", waiting(1), "ours", waiting(3)));
        scores.add(Map.of("limit", waiting(1), "ours", waiting(3)));
        assertEquals(Optional.of(false), scores.reachesTarget(twice));
    }

    private static Run waiting(double p50) {
        return new Run(1, 1, 0, 0, 1, p50, p50, 1, Map.of());
    }

    @Test
    void namesTheRoundAndTheContestantOfEveryFault() {
        Scores scores = scores(round(1000, 600, 100));
        Run refused = new Run(100, 100, 0, 2, 1, 1, 1, 1, Map.of(201, 98, 503, 2));
        scores.add(Map.of("limit", run(1000), "ours", refused, "usual", run(100)));

        assertEquals(List.of("round 2, ours: 2 answers were not 2xx (98 × 201, 2 × 503)"), scores.faults());
    }

    @Test
    void acceptsNoRoundThatSomebodyIsMissingFrom() {
        Scores scores = new Scores(List.of(LIMIT, OURS, USUAL));

        assertThrows(IllegalArgumentException.class, () -> scores.add(Map.of("limit", run(1), "ours", run(1))));
    }

    @SafeVarargs
    static Scores scores(Map<String, Run>... rounds) {
        Scores scores = new Scores(List.of(LIMIT, OURS, USUAL));
        for (Map<String, Run> round : rounds) scores.add(round);
        return scores;
    }

    static Map<String, Run> round(int limit, int ours, int usual) {
        return Map.of("limit", run(limit), "ours", run(ours), "usual", run(usual));
    }

    private static Run run(int perSecond) {
        return new Run(perSecond, perSecond, 0, 0, 1, 2.5, 10.25, 42L * perSecond, Map.of());
    }
}
