package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.AnyOf;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Missing;
import dev.rozgar.application.document.Filter.Near;
import dev.rozgar.application.document.Filter.Not;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.PlainDictionary;
import dev.rozgar.application.words.Understand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobConditionsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final QueryParser PARSER = new QueryParser(
            JobFields.JOB, JobFields.NEWEST_FIRST, JobConditions.of(new Understand(PlainDictionary.EMPTY)));

    private static List<Filter> filters(String query) {
        return PARSER.parse(QueryString.parse(query), Set.of(), new QueryFaults(), NOW)
                .filters();
    }

    private static List<String> faults(String query) {
        return assertThrows(Refusal.class, () -> filters(query)).problem().errors().stream()
                .map(error -> error.parameter() + ' ' + error.code())
                .toList();
    }

    private static DocumentField field(String path) {
        return JobFields.JOB.require(path);
    }

    private static Optional<Bound> bound(String amount) {
        return Optional.of(new Bound(new Value.Decimal(new BigDecimal(amount)), true));
    }

    @Test
    void zeroIsACoordinate() {
        assertEquals(List.of(new Near(field("locations.point"), new GeoPoint(0, 0), 25)), filters("near=0,0"));
        assertEquals(
                List.of(new Near(field("locations.point"), new GeoPoint(-33.5, 0), 0.5)),
                filters("near=-33.5,0&radius_km=0.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=",
                "near=18.5",
                "near=91,0",
                "near=0,180.01",
                "near=NaN,0",
                "near=1e1,0",
                "near=18.5,73.8,1",
                "near=18.5;73.8",
                "near=,",
                "near=0x1p3,0",
                "near=--1,0"
            })
    void aPlaceThatIsNoneIsAFault(String query) {
        assertEquals(List.of("near MALFORMED"), faults(query));
    }

    @ParameterizedTest
    @CsvSource({"0", "0.05", "1000.1", "-5", "ten", "1e2"})
    void aRadiusHasBounds(String radius) {
        assertEquals(List.of("radius_km OUT_OF_RANGE"), faults("near=18,73&radius_km=" + radius));
    }

    @Test
    void aRadiusNeedsACentre() {
        assertEquals(List.of("radius_km NOT_ALLOWED"), faults("radius_km=10"));
    }

    @Test
    void payIsComparedByTheYear() {
        assertEquals(
                List.of(
                        new Range(field("pay.derived.annual_max"), bound("216000"), Optional.empty()),
                        new Range(field("pay.derived.annual_min"), Optional.empty(), bound("300000"))),
                filters("pay_min=18000&pay_max=25000"));
        assertEquals(
                List.of(new Range(field("pay.derived.annual_max"), bound("208000"), Optional.empty())),
                filters("pay_min=100&pay_period=HOUR"));
    }

    @Test
    void undisclosedPayIsFoundOnRequest() {
        DocumentField most = field("pay.derived.annual_max");
        assertEquals(
                List.of(new AnyOf(List.of(new Range(most, bound("12000"), Optional.empty()), new Missing(most)))),
                filters("pay_min=1000&include_undisclosed=true"));
    }

    @Test
    void everyFaultOfThePayIsTold() {
        assertEquals(
                List.of(
                        "pay_period UNKNOWN_VALUE",
                        "pay_min MALFORMED",
                        "pay_max MALFORMED",
                        "include_undisclosed MALFORMED"),
                faults("pay_min=-1&pay_max=x&pay_period=FORTNIGHT&include_undisclosed=yes"));
        assertEquals(List.of("pay_min OUT_OF_RANGE"), faults("pay_min=2&pay_max=1"));
        assertEquals(
                List.of("pay_period NOT_ALLOWED", "include_undisclosed NOT_ALLOWED"),
                faults("pay_period=DAY&include_undisclosed=false"));
    }

    @Test
    void experienceThatSomebodyHasLiesInTheRangeThatIsAsked() {
        Bound months = new Bound(new Value.Whole(18), true);
        DocumentField least = field("experience.months_min");
        DocumentField most = field("experience.months_max");
        Filter asks = new AnyOf(List.of(
                new Range(least, Optional.empty(), Optional.of(months)),
                new Missing(least),
                new OneOf(field("experience.fresher_ok"), List.of(new Value.Flag(true)))));
        Filter admits = new AnyOf(List.of(new Range(most, Optional.of(months), Optional.empty()), new Missing(most)));

        assertEquals(List.of(asks, admits), filters("experience_months=18"));
        assertEquals(List.of(asks), filters("experience_max=18"));
        assertEquals(List.of(asks, admits), filters("experience_months=18&experience_max=18"));
    }

    @ParameterizedTest
    @CsvSource({"-1", "601", "1.5", "P1Y", "''", "0000"})
    void monthsHaveBounds(String months) {
        assertEquals(
                List.of("experience_months OUT_OF_RANGE", "experience_max OUT_OF_RANGE"),
                faults("experience_months=" + months + "&experience_max=" + months));
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, 2026-03-24T12:00:00Z",
        "PT36H, 2026-03-30T00:00:00Z",
        "P1DT1H, 2026-03-30T11:00:00Z",
        "P1M, 2026-02-28T12:00:00Z",
        "P2W, 2026-03-17T12:00:00Z",
        "2026-03-01T00:00:00%2B05:30, 2026-02-28T18:30:00Z"
    })
    void freshnessIsAMomentOrAWayBack(String text, Instant from) {
        assertEquals(
                List.of(new Range(
                        field("published_at"), Optional.of(new Bound(new Value.Moment(from), true)), Optional.empty())),
                filters("published_after=" + text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "P", "PT", "P-7D", "-P7D", "P99999999999Y", "P999999999999999D", "2026-03-01", "yesterday"})
    void freshnessThatIsNotUnderstoodIsAFault(String text) {
        assertEquals(List.of("published_after MALFORMED"), faults("published_after=" + text));
    }

    @Test
    void aMinusTurnsAValueRound() {
        assertEquals(
                List.of(
                        new OneOf(field("remote"), List.of(new Value.Word("ONSITE"))),
                        new Not(new OneOf(
                                field("locations.locality"),
                                List.of(new Value.Word("Pune"), new Value.Word("Nagpur"))))),
                filters("remote=ONSITE&locations.locality=-Pune&locations.locality=-Nagpur"));
        assertEquals(List.of("remote UNKNOWN_VALUE"), faults("remote=-MOON"));
        assertEquals(List.of("remote UNKNOWN_VALUE"), faults("remote=-"));
    }

    @Test
    void eachMayBeGivenOnce() {
        assertEquals(List.of("near DUPLICATE"), faults("near=1,1&near=2,2"));
    }
}
