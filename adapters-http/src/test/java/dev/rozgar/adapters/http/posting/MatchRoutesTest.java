package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The board holds the jobs 1 to 25; those with odd numbers say everything that is declared, those with even ones no
/// more than they must. All say every word in the title, and lie as many kilometres off as their number says.
class MatchRoutesTest extends OnABoard {
    @Test
    void aJobOfWhichNothingIsAskedMatches() {
        Reply reply = board.get("/api/jobs/3/match");

        assertEquals(200, reply.status());
        assertEquals("postgres", reply.header("x-read-model"));
        assertEquals("max-age=2", reply.header("cache-control"));
        assertEquals("{\"id\":3,\"as_of\":\"" + Board.NOW + "\",\"matches\":true,\"conditions\":[]}", reply.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What holds has its values and no distance.
                "remote=ONSITE | {'parameter':'remote','holds':true,'wanted':{'field':'remote','any_of':['ONSITE']},"
                        + "'has':['ONSITE']}",
                "remote=-ONSITE&remote=-REMOTE | {'parameter':'remote','holds':false,"
                        + "'wanted':{'not':{'field':'remote','any_of':['ONSITE','REMOTE']}},'has':['ONSITE']}",
                // By how much.
                "openings.total.gte=5 | {'parameter':'openings.total','holds':false,"
                        + "'wanted':{'field':'openings.total','gte':5},'has':[3],'short_by':2}",
                "openings.total.lt=2 | {'parameter':'openings.total','holds':false,"
                        + "'wanted':{'field':'openings.total','lt':2},'has':[3],'over_by':1}",
                "pay.min.gt=20000&pay.min.lte=30000.5 | {'parameter':'pay.min','holds':false,"
                        + "'wanted':{'field':'pay.min','gt':20000,'lte':30000.5},'has':[18500.5],'short_by':1499.5}",
                "published_at.gte=2026-03-02T12:30:00Z | {'parameter':'published_at','holds':false,"
                        + "'wanted':{'field':'published_at','gte':'2026-03-02T12:30:00Z'},"
                        + "'has':['2026-03-01T09:30:00Z'],'short_by':'PT27H'}",
                "start_date.lte=2026-02-27 | {'parameter':'start_date','holds':false,"
                        + "'wanted':{'field':'start_date','lte':'2026-02-27'},'has':['2026-03-01'],'over_by':'PT48H'}",
                "near=18.5,73&radius_km=1.5 | {'parameter':'near','holds':false,'wanted':{'field':'locations.point',"
                        + "'near':'18.5,73.0','radius_km':1.5},'has':[3.000],'over_by':1.500}",
                "pay_min=1000&pay_period=YEAR | {'parameter':'pay_min','holds':true,"
                        + "'wanted':{'field':'pay.derived.annual_max','gte':1000},'has':[18500.5]}",
                "pay_min=3000&include_undisclosed=true | {'parameter':'pay_min','holds':false,"
                        + "'wanted':{'any':[{'field':'pay.derived.annual_max','gte':36000},"
                        + "{'field':'pay.derived.annual_max','missing':true}]},'alternatives':["
                        + "{'holds':false,'wanted':{'field':'pay.derived.annual_max','gte':36000},'has':[18500.5],'short_by':17499.5},"
                        + "{'holds':false,'wanted':{'field':'pay.derived.annual_max','missing':true},'has':[18500.5]}]}",
            })
    void aConditionSaysWhetherItHoldsAndByHowMuchNot(String query, String condition) {
        Reply reply = board.get("/api/jobs/3/match?" + query);
        String expected = condition.replace('\'', '"');
        boolean holds = expected.contains("\"parameter\"") && expected.split("\"holds\":true", 2).length == 2;
        assertEquals(
                "{\"id\":3,\"as_of\":\"" + Board.NOW + "\",\"matches\":" + holds + ",\"conditions\":[" + expected
                        + "]}",
                reply.text());
    }

    @Test
    void nothingIsShortOfARangeThatHasNoValueAtAll() {
        assertTrue(board.get("/api/jobs/2/match?pay.min.gte=5")
                .text()
                .contains("\"wanted\":{\"field\":\"pay.min\",\"gte\":5},\"has\":[]}"));
    }

    @Test
    void wordsSayWhereTheyStandAndWhichPointsTheyGive() {
        Reply reply = board.get("/api/jobs/3/match?q=driver+-sales&q_fields=title");

        assertTrue(
                reply.text()
                        .contains("\"matches\":false,\"conditions\":["
                                + "{\"parameter\":\"q:driver\",\"holds\":true,\"wanted\":{\"words\":[\"driver\"],\"in\":[\"title\"]},\"has\":[\"title\"]},"
                                + "{\"parameter\":\"q:-sales\",\"holds\":false,\"wanted\":{\"not\":{\"words\":[\"sales\"],\"in\":[\"title\"]}},"
                                + "\"has\":[\"title\"]}],\"score\":{\"points\":70,\"parts\":["
                                + "{\"points\":64,\"by\":{\"words\":[\"driver\"],\"in\":[\"title\"]}},"),
                reply::text);
        assertTrue(reply.text().contains("\"query\":{\"ignored\":[],\"understood\":["), reply::text);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=5, limit",
        "cursor=x, cursor",
        "sort=title, sort",
        "count=none, count",
        "facets=remote, facets",
        "fields=id, fields",
        "collapse=company, collapse",
        "read_model=elasticsearch, read_model",
        "read_model=oracle, read_model",
        "colour=red, colour",
        "locations.localty=Pune, did you mean locations.locality?",
        "radius_km=5, radius_km",
        "consistency_token=x, consistency_token"
    })
    void whatIsNotAskedOfOneJobIsRefused(String query, String named) {
        Reply reply = board.get("/api/jobs/3/match?" + query);

        assertEquals(400, reply.status());
        assertTrue(reply.text().contains(named), reply::text);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String text = board.get("/api/jobs/3/match?limit=5&colour=red&read_model=elasticsearch&pay_min=x")
                .text();

        for (String parameter : new String[] {"limit", "colour", "read_model", "pay_min"})
            assertTrue(text.contains("\"parameter\":\"" + parameter + '"'), text);
        assertTrue(text.contains("only postgres tells"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/jobs/3/match?read_model=postgres", "/api/jobs/3/match/?read_model=auto"})
    void postgresAnswersByItsNameAndInPlaceOfTheIndex(String target) {
        assertEquals("postgres", board.get(target).header("x-read-model"));
    }

    @Test
    void aJobThatIsNotShownIsMissing() {
        assertEquals(404, board.get("/api/jobs/77/match").status());
        assertEquals(404, board.get("/api/jobs/77/match?remote=ONSITE").status());
    }
}
