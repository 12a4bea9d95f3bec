package dev.rozgar.application.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every read model of jobs shows. An implementation's test says only how jobs get into it.
public abstract class JobReadModelContract {
    private static final Instant NOW = SampleJobs.NOW.plusSeconds(60);
    private static final CompanyId COMPANY = new CompanyId(1);
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+),");

    /// A read model that shows these jobs of one company and no others.
    protected abstract JobReadModel showing(List<Job> jobs);

    private List<Job> jobs = List.of();

    /// Four jobs that are shown, the last of which says everything it can, and one that is hidden.
    @BeforeEach
    void someJobs() {
        jobs = List.of(
                published(1, "Mason"),
                published(2, "cook"),
                published(3, "Électrician"),
                SampleJobs.in(
                        new JobId(4),
                        COMPANY,
                        new JobState.Published(SampleJobs.NOW, SampleJobs.UNTIL),
                        SampleJobs.full("R-4")),
                SampleJobs.in(
                        new JobId(5),
                        COMPANY,
                        new JobState.Paused(SampleJobs.NOW, SampleJobs.NOW, SampleJobs.UNTIL),
                        SampleJobs.content("Hidden")));
    }

    @Test
    void listsWhatIsPublishedNewestFirstAndThenByTheLargerId() {
        assertEquals(List.of(4L, 3L, 2L, 1L), ids(showing(jobs).search(newest())));
    }

    @Test
    void showsNothingBeforeItsTime() {
        DocumentQuery early = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, SampleJobs.NOW.minusMillis(1));

        assertEquals(List.of(), ids(showing(jobs).search(early)));
    }

    @Test
    void showsAJobUntilJustBeforeItsEnd() {
        JobReadModel model = showing(jobs);

        assertEquals(4, ids(model.search(at(SampleJobs.UNTIL.minusMillis(1)))).size());
        assertEquals(0, ids(model.search(at(SampleJobs.UNTIL))).size());
    }

    @Test
    void ordersTextByItsBytes() {
        DocumentQuery byTitle =
                DocumentQuery.of(JobFields.JOB, List.of(new Sort.ByField(JobFields.JOB.require("title"), false)), NOW);

        assertEquals(List.of(1L, 2L, 3L, 4L), ids(showing(jobs).search(byTitle)));
    }

    @Test
    void putsTheMissingLastInEitherDirection() {
        JobReadModel model = showing(jobs);

        assertEquals(4L, ids(model.search(by("experience.months_min", false))).getFirst());
        assertEquals(4L, ids(model.search(by("experience.months_min", true))).getFirst());
    }

    @Test
    void walksPageByPageToTheEnd() {
        JobReadModel model = showing(jobs);
        for (boolean descending : List.of(false, true)) {
            DocumentQuery query = by("experience.months_min", descending).limit(1);
            List<Long> walked = new ArrayList<>();
            Optional<DocumentQuery> next = Optional.of(query);
            while (next.isPresent()) {
                DocumentPage page = model.search(next.get());
                walked.addAll(ids(page));
                next = page.next().flatMap(token -> Cursor.parse(token, query)).map(query::after);
            }
            assertEquals(ids(model.search(query.limit(10))), walked);
        }
    }

    @Test
    void countsAsItIsAsked() {
        JobReadModel model = showing(jobs);

        assertEquals(
                Optional.of(new Total(4, true)), model.search(newest().limit(1)).total());
        assertEquals(
                Optional.of(new Total(4, true)),
                model.search(newest().limit(1).count(Count.EXACT)).total());
        assertEquals(Optional.empty(), model.search(newest().count(Count.NONE)).total());
    }

    @Test
    void findsByOneElementOfAList() {
        DocumentQuery driving = newest().where(new Filter.OneOf(
                JobFields.JOB.require("skills.label"), List.of(new Value.Word("C++"), new Value.Word("Rust"))));

        assertEquals(List.of(4L), ids(showing(jobs).search(driving)));
    }

    @Test
    void talliesWhatEachOfSomeListsWouldFind() {
        Filter hybrid = new Filter.OneOf(JobFields.JOB.require("remote"), List.of(new Value.Word("HYBRID")));
        Filter mason = new Filter.OneOf(JobFields.JOB.require("title"), List.of(new Value.Word("Mason")));
        List<List<Filter>> cases = List.of(
                List.of(), List.of(hybrid), List.of(new Filter.Not(hybrid)), List.of(mason), List.of(mason, hybrid));
        JobReadModel model = showing(jobs);

        assertEquals(List.of(4L, 1L, 3L, 1L, 0L), model.count(new Tally(JobFields.JOB, List.of(), cases, NOW)));
        assertEquals(List.of(1L, 0L, 1L, 1L, 0L), model.count(new Tally(JobFields.JOB, List.of(mason), cases, NOW)));
        assertEquals(
                List.of(0L, 0L, 0L, 0L, 0L), model.count(new Tally(JobFields.JOB, List.of(), cases, SampleJobs.UNTIL)));
    }

    @Test
    void countsTheValuesOfFieldsWithTheirOpeningsMostJobsFirst() {
        assertEquals(
                "{\"locations.country\":{\"buckets\":[{\"value\":\"IN\",\"count\":4,\"openings\":100003}],\"more\":false},"
                        + "\"remote\":{\"buckets\":[{\"value\":\"ONSITE\",\"count\":3,\"openings\":3},"
                        + "{\"value\":\"HYBRID\",\"count\":1,\"openings\":100000}],\"more\":false},"
                        + "\"experience.fresher_ok\":{\"buckets\":[{\"value\":true,\"count\":4,\"openings\":100003}],"
                        + "\"more\":false},\"pay.currency\":{\"buckets\":[],\"more\":false}}",
                facets(newest(), 10, "locations.country", "remote", "experience.fresher_ok", "pay.currency"));
    }

    @Test
    void ordersValuesOfAsManyJobsByTheirBytesAndSaysIfThereAreMore() {
        assertEquals(
                "{\"licences\":{\"buckets\":[{\"value\":\"C-körkort\",\"count\":1,\"openings\":100000}],\"more\":true},"
                        + "\"categories\":{\"buckets\":[{\"value\":\"a,b\",\"count\":1,\"openings\":100000}],\"more\":true},"
                        + "\"locations.locality\":{\"buckets\":[{\"value\":\"Pune\",\"count\":3,\"openings\":3}],\"more\":true}}",
                facets(newest(), 1, "licences", "categories", "locations.locality"));
        assertEquals(
                "{\"categories\":{\"buckets\":[{\"value\":\"a,b\",\"count\":1,\"openings\":100000},"
                        + "{\"value\":\"{\\\"x\\\"}\",\"count\":1,\"openings\":100000}],\"more\":false}}",
                facets(newest(), 2, "categories"));
    }

    @Test
    void rollsATreeUpAndSaysWhatItsKeysStandFor() {
        assertEquals(
                "{\"occupation.group.field.id\":{\"buckets\":[{\"value\":900001,\"label\":\"Transport\",\"count\":1,"
                        + "\"openings\":100000}],\"more\":false},"
                        + "\"occupation.group.id\":{\"buckets\":[{\"value\":900001,\"label\":\"Riders and drivers\","
                        + "\"count\":1,\"openings\":100000}],\"more\":false},"
                        + "\"occupation.id\":{\"buckets\":[{\"value\":900001,\"label\":\"Delivery rider\",\"count\":1,"
                        + "\"openings\":100000}],\"more\":false}}",
                facets(newest(), 10, "occupation.group.field.id", "occupation.group.id", "occupation.id"));
    }

    @Test
    void countsWhatAnotherChoiceInAFacetsPlaceWouldFind() {
        DocumentQuery onsite = newest().where(one("remote", "ONSITE"), new Filter.Not(one("skills.label", "C++")));

        assertEquals(
                "{\"remote\":{\"buckets\":[{\"value\":\"ONSITE\",\"count\":3,\"openings\":3}],\"more\":false},"
                        + "\"skills.label\":{\"buckets\":[],\"more\":false},"
                        + "\"language\":{\"buckets\":[{\"value\":\"en-IN\",\"count\":3,\"openings\":3}],\"more\":false}}",
                facets(onsite, 10, "remote", "skills.label", "language"));
        assertEquals(
                "{\"remote\":{\"buckets\":[{\"value\":\"ONSITE\",\"count\":3,\"openings\":3},"
                        + "{\"value\":\"HYBRID\",\"count\":1,\"openings\":100000}],\"more\":false},"
                        + "\"language\":{\"buckets\":[{\"value\":\"en-IN\",\"count\":3,\"openings\":3}],\"more\":false}}",
                facets(newest().where(one("remote", "ONSITE")), 10, "remote", "language"));
    }

    @Test
    void countsTheWholeListOnEveryPageAndItsTotalToo() {
        JobReadModel model = showing(jobs);
        DocumentQuery query = newest().where(one("remote", "ONSITE")).limit(1).counting(wishes(10, "remote"));
        DocumentPage first = model.search(query);
        DocumentPage second = model.search(
                query.after(Cursor.parse(first.next().orElseThrow(), query).orElseThrow()));

        assertEquals(first.facets(), second.facets());
        assertEquals(Optional.of(new Total(3, true)), second.total());
        assertEquals(List.of(2L), ids(second));
        assertEquals(2, first.facets().getFirst().buckets().size());
    }

    @Test
    void keepsPayToItselfThatIsNotDisclosed() {
        DocumentQuery paid =
                newest().where(new Filter.OneOf(JobFields.JOB.require("pay.currency"), List.of(new Value.Word("INR"))));
        JobReadModel model = showing(jobs);

        assertEquals(List.of(), ids(model.search(paid)));
        assertTrue(document(model, 4).contains("\"pay\":null"));
    }

    @Test
    void findsTheSameBytesThatItLists() {
        JobReadModel model = showing(jobs);

        for (Document listed : model.search(newest()).items())
            assertEquals(listed.toString(), document(model, id(listed)));
    }

    @Test
    void findsNothingThatIsHiddenOrOverOrUnknown() {
        JobReadModel model = showing(jobs);

        assertEquals(Optional.empty(), model.find(new JobId(5), NOW));
        assertEquals(Optional.empty(), model.find(new JobId(1), SampleJobs.UNTIL));
        assertEquals(Optional.empty(), model.find(new JobId(77), NOW));
    }

    @Test
    void writesAwkwardTextOnOneLine() {
        String document = document(showing(jobs), 4);

        assertTrue(document.contains("चालक C# / .net \\\"ci/cd\\\" c-körkort \\\\ \u2028 🚚 ﷽"), document);
        assertTrue(document.indexOf('\n') < 0);
    }

    private String facets(DocumentQuery query, int size, String... paths) {
        String page = new String(
                showing(jobs).search(query.counting(wishes(size, paths))).json(""), UTF_8);
        return page.substring(page.lastIndexOf(",\"facets\":") + 10, page.length() - 1);
    }

    private static List<FacetWish> wishes(int size, String... paths) {
        return Stream.of(paths)
                .map(path -> new FacetWish(JobFields.JOB.require(path), size, Optional.of(JobFields.OPENINGS)))
                .toList();
    }

    private static Filter one(String path, String word) {
        return new Filter.OneOf(JobFields.JOB.require(path), List.of(new Value.Word(word)));
    }

    private static Job published(long id, String title) {
        return SampleJobs.in(
                new JobId(id),
                COMPANY,
                new JobState.Published(SampleJobs.NOW, SampleJobs.UNTIL),
                SampleJobs.content(title));
    }

    private static DocumentQuery newest() {
        return at(NOW);
    }

    private static DocumentQuery at(Instant now) {
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, now);
    }

    private static DocumentQuery by(String path, boolean descending) {
        return DocumentQuery.of(JobFields.JOB, List.of(new Sort.ByField(JobFields.JOB.require(path), descending)), NOW);
    }

    private static String document(JobReadModel model, long id) {
        return model.find(new JobId(id), NOW).orElseThrow().toString();
    }

    private static List<Long> ids(DocumentPage page) {
        return page.items().stream().map(JobReadModelContract::id).toList();
    }

    private static long id(Document document) {
        Matcher id = ID.matcher(document.toString());
        assertTrue(id.find(), document::toString);
        return Long.parseLong(id.group(1));
    }
}
