package dev.rozgar.application.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Near;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.listing.RelaxationLadder.Rung;
import dev.rozgar.application.listing.RelaxationLadder.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelaxationLadderTest {
    private static final Filter NIGHT = Filter.Words.of(Wording.word("night"));
    private static final Filter DRIVER = Filter.Words.of(Wording.word("driver"));
    private static final Filter REMOTE = one("remote", "HYBRID");
    private static final Filter PUNE = one("locations.locality", "Pune");
    private static final Filter FRESH = new Filter.Range(
            JobFields.JOB.require("published_at"),
            Optional.of(new Bound(new Value.Moment(Instant.EPOCH), true)),
            Optional.empty());
    private static final Filter LANGUAGE = new Filter.Not(one("language", "en"));

    private static Filter one(String path, String value) {
        return new OneOf(JobFields.JOB.require(path), List.of(new Value.Word(value)));
    }

    private static Near circle(double km) {
        return new Near(JobFields.JOB.require("locations.point"), new GeoPoint(18.5, 73.8), km);
    }

    private static List<Rung> rungs(Filter... filters) {
        return RelaxationLadder.of(List.of(filters)).stream().map(Step::rung).toList();
    }

    @Test
    void whatIsMissedLeastIsGivenUpFirst() {
        assertEquals(
                List.of(Rung.WORD, Rung.FRESHNESS, Rung.TWICE_AS_FAR, Rung.FIVE_TIMES_AS_FAR, Rung.PLACE, Rung.OTHER),
                rungs(REMOTE, circle(25), FRESH, DRIVER));
    }

    @Test
    void theLastWordGoesFirstAndEachByItself() {
        List<Step> steps = RelaxationLadder.of(List.of(REMOTE, NIGHT, DRIVER));

        assertEquals(List.of(DRIVER), steps.get(0).dropped());
        assertEquals(List.of(REMOTE, NIGHT), steps.get(0).filters());
        assertEquals(List.of(NIGHT), steps.get(1).dropped());
    }

    @Test
    void everythingOnAPlaceGoesTogether() {
        Step place = RelaxationLadder.of(List.of(PUNE, circle(25))).getLast();

        assertEquals(List.of(PUNE, circle(25)), place.dropped());
        assertEquals(List.of(), place.filters());
    }

    @Test
    void aWiderCircleTakesThePlaceOfTheNarrowOne() {
        assertEquals(
                List.of(REMOTE, circle(50)),
                RelaxationLadder.of(List.of(REMOTE, circle(25))).getFirst().filters());
        assertEquals(List.of(Rung.TWICE_AS_FAR, Rung.PLACE), rungs(circle(300)));
        assertEquals(List.of(Rung.PLACE), rungs(circle(600)));
    }

    @Test
    void otherFieldsGoOneByOne() {
        assertEquals(List.of(Rung.OTHER, Rung.OTHER), rungs(REMOTE, LANGUAGE));
    }

    @Test
    void aLongLadderEndsSomewhere() {
        Filter[] words = new Filter[12];
        for (int i = 0; i < words.length; i++) words[i] = Filter.Words.of(Wording.word("w" + i));

        assertEquals(RelaxationLadder.MOST, rungs(words).size());
        assertEquals(List.of(), rungs());
    }
}
