package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.listing.JobFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is sent for a page, word for word.
class PageSqlTest {
    private static final DocumentQuery NEWEST =
            DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.parse("2026-03-01T09:30:00Z"));
    private static final String NOW = "cast(? as timestamptz)";
    private static final String SHOWN = "r.listed and r.published_at <= " + NOW + " and r.expires_at > " + NOW;

    @Test
    void aPageWithoutFacetsCountsNothingBesides() {
        String shown = SHOWN.replace(NOW, "(select " + NOW + ")");
        String counted = "(select count(*) from (select 1 from job r where " + shown + " limit 10001) as counted)";
        assertEquals(
                "with page as materialized (select *, row_number() over () as place from (select r.id, r.published_at as k0,"
                        + " r.id as k1 from job r where " + shown
                        + " order by r.published_at desc, r.id desc limit 21) as p)\n"
                        + "select string_agg(built.document, '' order by page.place),"
                        + " string_agg(octet_length(built.document)::text, ',' order by page.place),\n"
                        + " (select count(*) from page), (select array[to_char(k0 at time zone 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'), k1::text] from page where place = 20),"
                        + " (select case when gone.n > 1000 then " + counted
                        + " else (select coalesce(sum(n), 0) from listed_count where doc_type = 'job')::bigint - gone.n end"
                        + " from (select count(*) as n from (select from job r where r.listed and r.published_at > (select "
                        + NOW + ") union all select from job r where r.listed and r.expires_at <= (select " + NOW
                        + ") limit 1001) as outside) as gone), null::text[]\n"
                        + "from page join job_documents(array(select id from page where place <= 20)) as built on"
                        + " built.id = page.id",
                PageSql.of(NEWEST).text());
    }

    @Test
    void theRowsThatMatterAreLookedUpOnceForAllFacets() {
        String sql = sql(
                NEWEST.where(one("source", "api"), one("remote", "ONSITE")), "remote", "company.name", "occupation.id");

        assertContains(
                ",\ncounted as materialized (select r.id, r.openings_total as u0, r.remote as v0, j0.display_name as v1,"
                        + " j45.id as v2, j45.label as l2, (r.remote = any (cast(cast(? as text) as text[]))) is true as h0"
                        + " from job r left join company j0 on j0.id = r.company_id left join occupation j45 on"
                        + " j45.id = r.occupation_id where " + SHOWN
                        + " and r.source = any (cast(cast(? as text) as text[])))\n",
                sql);
        assertContains(", (select count(*) from counted f where f.h0), null::text[],\n", sql);
    }

    @Test
    void aFacetCountsAmongWhatTheOtherFacetsFiltersLeave() {
        String sql = sql(NEWEST.where(one("remote", "ONSITE")), "remote", "occupation.id");

        assertContains(
                ",\n (select array_agg(array[b.value::text, b.label, b.n::text, b.summed::text] order by b.n desc, b.value)"
                        + " from (select g.value, min(g.label) as label, count(*) as n, sum(g.summed) as summed from"
                        + " (select f.v0::text collate \"C\" as value, null::text as label, f.u0 as summed from counted f"
                        + " where f.v0 is not null) as g group by g.value order by n desc, g.value limit 6) as b),\n",
                sql);
        assertContains(
                "(select f.v1 as value, f.l1::text as label, f.u0 as summed from counted f"
                        + " where f.h0 and f.v1 is not null) as g",
                sql);
    }

    @Test
    void aJobIsCountedOnceForAValueThatItHasTwice() {
        String sql = sql(NEWEST, "locations.locality", "benefits");

        assertContains(
                "(select distinct f.id, l.locality::text collate \"C\" as value, null::text as label, f.u0 as summed"
                        + " from counted f join job_location l on l.job_id = f.id where l.locality is not null) as g",
                sql);
        assertContains(
                "(select distinct f.id, e::text collate \"C\" as value, null::text as label, f.u0 as summed"
                        + " from counted f cross join unnest(f.v1) as e where e is not null) as g",
                sql);
    }

    @Test
    void idsOfWordsMeetBeforeARowIsLookedAt() {
        String said = "select t.id from job_words t where t.words_a @@ cast(? as tsquery)";
        String sql = PageSql.of(NEWEST.where(
                        titled("night"), one("remote", "ONSITE"), new Filter.Not(titled("driver")), titled("shift")))
                .text();

        assertContains(
                " and r.id in (with found (id) as materialized (((" + said + ")\n intersect (" + said + "))\n except ("
                        + said + ")) select id from found) and r.remote = any (cast(cast(? as text) as text[]))",
                sql);
    }

    @Test
    void pointsForWordsAreWorkedOutOfEachRowThatWasFound() {
        var ranking = new Ranking(List.of(new Rank(List.of(new Rank.Step(titled("driver"), 64)), 8)), NEWEST.asOf());
        String sql = PageSql.of(NEWEST.where(titled("driver")).ranked(ranking)).text();

        assertContains(
                "select r.id, (0 + case when w.words_a @@ cast(? as tsquery) then 64 else 8 end)::bigint as k0", sql);
        assertContains(" from job r left join job_words w on w.id = r.id where ", sql);
    }

    @Test
    void pointsForAPhraseLookIntoTheTextsOfTheRowAndItsLabels() {
        var phrase = new Wording(Wording.Form.PHRASE, List.of("night", "shift"), 100);
        var anywhere = new Rank(List.of(new Rank.Step(Filter.Words.of(phrase), 8)), 0);
        var subject = new Rank(List.of(new Rank.Step(new Filter.Words(List.of(phrase), List.of(Weight.B)), 32)), 0);
        String sql = PageSql.of(NEWEST.ranked(new Ranking(List.of(anywhere, subject), NEWEST.asOf())))
                .text();

        assertContains(
                "case when ((w.words @@ cast(? as tsquery) and position(cast(? as text) in w.said) > 0) or r.company_id in"
                        + " (select t.id from company t where (search_vector(",
                sql);
        assertContains(" in w.said) > 0) or ", sql);
        assertContains("case when ((w.words_b @@ cast(? as tsquery) and ", sql);
        assertContains("has_phrase(r.", sql);
        assertContains(" or r.id in (select t.job_id from job_skill t where (search_vector(", sql);
    }

    @Test
    void valuesAreBoundInTheOrderOfTheirPlaces() {
        SqlText sql = PageSql.of(NEWEST.where(one("remote", "ONSITE")).counting(wishes("remote")));

        assertEquals(
                sql.values().size(), sql.text().chars().filter(c -> c == '?').count());
    }

    @Test
    void whatLiesInAListOfAListIsNotCounted() {
        var deep = JobFields.JOB.with(Declare.many(
                "steps",
                "step",
                "job_id",
                Declare.many(
                        "tools",
                        "tool",
                        "step_id",
                        Declare.keyword("name").filter().facet())));
        DocumentField field = deep.require("steps.tools.name");
        DocumentQuery query = DocumentQuery.of(deep, JobFields.NEWEST_FIRST, Instant.EPOCH)
                .counting(List.of(new FacetWish(field, 5, Optional.empty())));

        assertThrows(IllegalArgumentException.class, () -> PageSql.of(query));
    }

    private static String sql(DocumentQuery query, String... paths) {
        return PageSql.of(query.counting(wishes(paths))).text();
    }

    private static List<FacetWish> wishes(String... paths) {
        return Stream.of(paths)
                .map(path -> new FacetWish(JobFields.JOB.require(path), 5, Optional.of(JobFields.OPENINGS)))
                .toList();
    }

    private static Filter one(String path, String word) {
        return new Filter.OneOf(JobFields.JOB.require(path), List.of(new Value.Word(word)));
    }

    private static Filter.Words titled(String word) {
        return new Filter.Words(List.of(Wording.word(word)), List.of(Weight.A));
    }

    private static void assertContains(String part, String whole) {
        assertEquals(part, whole.contains(part) ? part : whole);
    }
}
