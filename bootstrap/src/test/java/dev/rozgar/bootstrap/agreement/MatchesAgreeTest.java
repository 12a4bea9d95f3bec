package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobRelevance;
import dev.rozgar.application.matching.Gap;
import dev.rozgar.application.matching.Match;
import dev.rozgar.application.matching.Match.Finding;
import dev.rozgar.application.matching.MatchJob;
import dev.rozgar.application.matching.MatchJob.Asked;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.domain.job.JobId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is told of one job and a query is what the searches of both stores do: they find it if all conditions
/// hold, with the points that its ranks add up to, and if a bound is moved by as much as is missing, that
/// condition holds.
///
/// `-Drozgar.test.seed=…` repeats a run.
class MatchesAgreeTest {
    private static final int JOBS = 2_500;
    private static final int QUERIES = 120;
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static final Random RANDOM = new Random(SEED);
    private static TwoStores stores;
    private static List<Document> listed;
    private static MatchJob match;
    private static Understand understand;
    private static RandomTexts texts;
    private static RandomQueries queries;
    private static List<Filter> measured;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Matches with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        listed = stores.listed();
        var door = stores.board().wiring().postgres();
        match = new MatchJob(door.jobJudge());
        understand = new Understand(door.dictionary());
        FieldValues values = new FieldValues(JobFields.JOB, listed.subList(0, 500));
        texts = new RandomTexts(JobFields.JOB, values, RANDOM);
        queries = new RandomQueries(JobFields.JOB, values, RANDOM, stores.now());
        measured = Stream.generate(queries::eachUse)
                .limit(5)
                .flatMap(List::stream)
                .flatMap(use -> use.get().filters().stream())
                .filter(filter -> filter instanceof Filter.Range || filter instanceof Filter.Near)
                .toList();
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void aJobIsFoundIfAndOnlyIfAllConditionsHold() {
        int found = 0;
        int gaps = 0;
        for (int i = 0; i < QUERIES; i++) {
            DocumentQuery query = i % 2 == 0 ? filtered() : typed();
            for (long id : some(query)) {
                Optional<Match> told = match(id, query);
                List<DocumentPage> pages = List.of(
                        stores.postgres().search(only(query, id)),
                        stores.elastic().search(only(query, id)));
                for (DocumentPage page : pages) assertFound(query, id, told, page);
                if (told.isPresent() && told.get().holds()) found++;
                for (var condition : told.map(Match::conditions).orElse(List.of()))
                    gaps += closed(id, condition.finding(), query) ? 1 : 0;
            }
        }
        int hits = found;
        int moved = gaps;
        assertTrue(hits > QUERIES / 4, () -> "only " + hits + " were found");
        assertTrue(moved > QUERIES / 8, () -> "only " + moved + " were off by something");
    }

    private static void assertFound(DocumentQuery query, long id, Optional<Match> told, DocumentPage page) {
        boolean holds = told.isPresent() && told.get().holds();
        assertEquals(holds, page.items().size() == 1, () -> text(query, id) + told);
        if (holds && !page.hits().isEmpty() && page.hits().getFirst().score().isPresent())
            assertEquals(
                    OptionalLong.of(told.get().points()), page.hits().getFirst().score(), () -> text(query, id) + told);
    }

    /// Whether something was missing; if so, it holds once the bound is moved by that.
    private static boolean closed(long id, Finding finding, DocumentQuery query) {
        // Between two ends there may be no room for anything.
        boolean narrow = finding.wanted() instanceof Filter.Range range
                && range.from().isPresent()
                && range.to().isPresent();
        if (finding.gap().isEmpty() || narrow) return false;
        Filter relaxed = relaxed(finding.wanted(), finding.gap().get());
        assertTrue(
                match(id, query.where(relaxed)).orElseThrow().holds(),
                () -> text(query, id) + finding + ", " + relaxed);
        return true;
    }

    private static Filter relaxed(Filter filter, Gap gap) {
        return switch (filter) {
            case Filter.Range range ->
                gap.over()
                        ? new Filter.Range(
                                range.field(), range.from(), moved(range.field().kind(), range.to(), gap, 1))
                        : new Filter.Range(
                                range.field(), moved(range.field().kind(), range.from(), gap, -1), range.to());
            case Filter.Near near ->
                new Filter.Near(
                        near.field(),
                        near.centre(),
                        near.radiusKm() + ((Gap.Amount) gap.by()).amount().doubleValue());
            default -> throw new AssertionError("not off by a distance: " + filter);
        };
    }

    private static Optional<Bound> moved(Kind kind, Optional<Bound> bound, Gap gap, int sign) {
        Value at = bound.orElseThrow().value();
        String text = switch (gap.by()) {
            case Gap.Amount amount ->
                new BigDecimal(at.text())
                        .add(amount.amount().multiply(BigDecimal.valueOf(sign)))
                        .toPlainString();
            case Gap.Span span ->
                at instanceof Value.Day day
                        ? day.day().plusDays(sign * span.length().toDays()).toString()
                        : Instant.parse(at.text())
                                .plus(span.length().multipliedBy(sign))
                                .toString();
        };
        return Optional.of(new Bound(kind.parse(text).orElseThrow(), true));
    }

    /// Any filters, and one that a job can be off by something.
    private static DocumentQuery filtered() {
        DocumentQuery query = queries.any();
        List<Filter> filters = new ArrayList<>(query.filters());
        filters.add(measured.get(RANDOM.nextInt(measured.size())));
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, query.asOf())
                .where(filters.toArray(Filter[]::new));
    }

    private static DocumentQuery typed() {
        String text = texts.any();
        Understanding understanding =
                understand.handle(TextQuery.parse(text, false, _ -> {}).orElseThrow(() -> new AssertionError(text)));
        List<Filter> filters = new ArrayList<>(understanding.filters(List.of(Weight.values())));
        if (RANDOM.nextInt(3) == 0) filters.addAll(queries.any().filters());
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, stores.now())
                .where(filters.toArray(Filter[]::new))
                .ranked(JobRelevance.of(understanding, stores.now()));
    }

    /// Of those that it finds, and of all.
    private static List<Long> some(DocumentQuery query) {
        List<Long> some = new ArrayList<>();
        stores.postgres().search(query.limit(2)).items().forEach(job -> some.add(id(job)));
        for (int i = 0; i < 3; i++) some.add(id(listed.get(RANDOM.nextInt(listed.size()))));
        return some;
    }

    private static long id(Document job) {
        String text = job.toString();
        return Long.parseLong(text.substring("{\"id\":".length(), text.indexOf(',')));
    }

    private static Optional<Match> match(long id, DocumentQuery query) {
        List<Asked> asked =
                query.filters().stream().map(filter -> new Asked("p", filter)).toList();
        return match.handle(new JobId(id), new MatchJob.Query(asked, query.ranking(), query.asOf()));
    }

    private static DocumentQuery only(DocumentQuery query, long id) {
        List<Filter> filters = new ArrayList<>(query.filters());
        filters.add(new Filter.OneOf(JobFields.JOB.require("id"), List.of(new Value.Whole(id))));
        return query.where(filters.toArray(Filter[]::new));
    }

    private static String text(DocumentQuery query, long id) {
        return "seed " + SEED + ": job " + id + " " + query.filters() + " as of " + query.asOf() + ' ';
    }
}
