package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobLikeness;
import dev.rozgar.application.matching.LikenJob;
import dev.rozgar.application.matching.Match;
import dev.rozgar.application.matching.MatchJob;
import dev.rozgar.application.words.Understand;
import dev.rozgar.domain.job.JobId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Jobs like one judge the two stores: the same jobs in the same order with the same points, and all that have
/// enough of them.
///
/// `-Drozgar.test.seed=…` repeats a run.
class SimilarAgreeTest {
    private static final int JOBS = 900;
    private static final int LIKENED = 150;
    private static final int WALKS = 12;
    private static final int SCORED = 4;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static final Random RANDOM = new Random(SEED);
    private static TwoStores stores;
    private static List<Document> listed;
    private static LikenJob liken;
    private static MatchJob match;
    private static RandomQueries queries;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Jobs alike with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        listed = stores.listed();
        var door = stores.board().wiring().postgres();
        liken = new LikenJob(door.jobJudge(), new Understand(door.dictionary()));
        match = new MatchJob(door.jobJudge());
        queries = new RandomQueries(JobFields.JOB, new FieldValues(JobFields.JOB, listed), RANDOM, stores.now());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void bothStoresListTheSameJobsInTheSameOrderWithTheSamePoints() {
        int found = 0;
        int filtered = 0;
        for (int i = 0; i < LIKENED; i++) {
            long id = any();
            boolean some = RANDOM.nextInt(2) == 0;
            DocumentQuery query = like(id, some ? narrowed(newest()) : newest());
            if (RANDOM.nextInt(3) == 0)
                query = query.shaped(PageShape.WHOLE.onePer(JobFields.JOB.require("company.id")));
            query = query.limit(1 + RANDOM.nextInt(40));
            DocumentPage here = stores.postgres().search(query);
            DocumentPage there = stores.elastic().search(query);
            assertEquals(told(here), told(there), text(id, query));
            assertEquals(here.total(), there.total(), text(id, query));
            assertEquals(here.next().isPresent(), there.next().isPresent(), text(id, query));
            assertFalse(ids(here).contains(id), text(id, query));
            found += here.items().size();
            filtered += some && !here.items().isEmpty() ? 1 : 0;
        }
        System.err.println(found + " found, " + filtered + " filtered lists with jobs");
        int all = found;
        int narrow = filtered;
        assertTrue(all > LIKENED * 3, () -> "only " + all);
        assertTrue(narrow > LIKENED / 20, () -> "only " + narrow);
    }

    @Test
    void aListBegunOnOneStoreGoesOnOnTheOther() {
        for (int i = 0; i < WALKS; i++) {
            long id = any();
            DocumentQuery query = like(id, newest()).limit(2 + RANDOM.nextInt(5));
            if (RANDOM.nextInt(2) == 0)
                query = query.shaped(PageShape.WHOLE.onePer(JobFields.JOB.require("company.id")));
            List<String> all = told(stores.postgres().search(query.limit(DocumentQuery.MAX_LIMIT)));
            List<String> walked = new ArrayList<>();
            Optional<DocumentQuery> next = Optional.of(query);
            for (int page = RANDOM.nextInt(2); next.isPresent() && walked.size() < all.size(); page++) {
                DocumentPage found = (page % 2 == 0 ? stores.postgres() : stores.elastic()).search(next.get());
                walked.addAll(told(found));
                DocumentQuery whole = query;
                next = found.next()
                        .map(token -> whole.after(Cursor.parse(token, whole).orElseThrow()));
            }
            assertEquals(all, walked.subList(0, Math.min(all.size(), walked.size())), text(id, query));
        }
    }

    /// Each job is judged by itself.
    @Test
    void listsEveryJobThatHasEnoughPointsAndNoOther() {
        for (int i = 0; i < SCORED; i++) {
            long id = any();
            DocumentQuery query = like(id, newest()).count(Count.EXACT);
            List<MatchJob.Asked> asked = query.filters().stream()
                    .map(filter -> new MatchJob.Asked("like", filter))
                    .toList();
            Map<Long, Long> expected = new LinkedHashMap<>();
            for (Document job : listed) {
                long other = Answers.id(job);
                Match points = match.handle(new JobId(other), new MatchJob.Query(asked, query.ranking(), query.asOf()))
                        .orElseThrow();
                if (points.holds() && points.points() >= JobLikeness.LEAST) expected.put(other, points.points());
            }
            Map<Long, Long> found = new LinkedHashMap<>();
            for (Optional<DocumentQuery> next = Optional.of(query.limit(DocumentQuery.MAX_CHUNK)); next.isPresent(); ) {
                DocumentPage page = stores.postgres().search(next.get());
                assertEquals(expected.size(), page.total().orElseThrow().value(), text(id, query));
                for (int n = 0; n < page.items().size(); n++)
                    found.put(
                            Answers.id(page.items().get(n)),
                            page.hits().get(n).score().orElseThrow());
                next = page.next()
                        .map(token -> query.limit(DocumentQuery.MAX_CHUNK)
                                .after(Cursor.parse(token, query).orElseThrow()));
            }
            assertEquals(expected, found, text(id, query));
        }
    }

    private static DocumentQuery newest() {
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, stores.now());
    }

    private static DocumentQuery narrowed(DocumentQuery query) {
        return query.where(queries.any().filters().stream().limit(2).toArray(Filter[]::new));
    }

    private static DocumentQuery like(long id, DocumentQuery query) {
        return liken.handle(new JobId(id), query.asOf()).orElseThrow().of(query);
    }

    private static long any() {
        return Answers.id(listed.get(RANDOM.nextInt(listed.size())));
    }

    private static List<Long> ids(DocumentPage page) {
        return page.items().stream().map(Answers::id).toList();
    }

    private static List<String> told(DocumentPage page) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < page.items().size(); i++) {
            var hit = page.hits().get(i);
            told.add(hit.score().orElseThrow() + " " + hit.collapsed() + " "
                    + page.items().get(i));
        }
        return told;
    }

    private static String text(long id, DocumentQuery query) {
        return "seed " + SEED + ": like " + id + ": " + query.filters();
    }
}
