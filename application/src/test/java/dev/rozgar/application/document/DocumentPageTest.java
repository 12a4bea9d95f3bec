package dev.rozgar.application.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.listing.JobFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DocumentPageTest {
    private static final DocumentQuery TWO = DocumentQuery.of(
                    JobFields.JOB, JobFields.NEWEST_FIRST, Instant.parse("2026-03-01T09:30:00Z"))
            .limit(2);
    private static final Cursor LAST =
            new Cursor(List.of(Optional.of(new Value.Moment(Instant.EPOCH)), Optional.of(new Value.Whole(2))));

    @Test
    void findsTheLastMomentOfAName() {
        var told = Document.of(
                "{\"text\":\"say \\\"updated_at\\\":\\\"x\\\"\",\"updated_at\":\"2026-03-01T09:30:00.123Z\",\"n\":1}"
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of(Instant.parse("2026-03-01T09:30:00.123Z")), told.lastMoment("updated_at"));
        assertEquals(Optional.empty(), told.lastMoment("created_at"));
        for (String other : List.of("{\"updated_at\":null}", "{\"updated_at\":\"soon\"}", "{\"updated_at\":", "{}"))
            assertEquals(
                    Optional.empty(),
                    Document.of(other.getBytes(StandardCharsets.UTF_8)).lastMoment("updated_at"),
                    other);
    }

    @Test
    void putsTheBytesOfItsDocumentsIntoTheEnvelopeUntouched() {
        var page = DocumentPage.of(
                TWO, documents("{\"a\":1.10}", "{ }"), Optional.of(LAST), Optional.of(new Total(2, true)));

        assertEquals(
                "{\"items\":[{\"a\":1.10},{ }],\"next\":null,\"prev\":null,\"as_of\":\"2026-03-01T09:30:00Z\","
                        + "\"total\":{\"value\":2,\"relation\":\"eq\"}}",
                new String(page.json(""), StandardCharsets.UTF_8));
    }

    @Test
    void isNeverSentWithoutTheFacetsThatWereAskedFor() {
        var counting = TWO.counting(List.of(
                new FacetWish(JobFields.JOB.require("remote"), 1, Optional.empty()),
                new FacetWish(JobFields.JOB.require("occupation.id"), 2, Optional.of(JobFields.OPENINGS))));
        var page = DocumentPage.of(counting, List.of(), Optional.empty(), Optional.empty());
        var remote = Facet.of(
                counting.facets().getFirst(),
                List.of(bucket(new Value.Word("\"\\\n\u0905"), 3), bucket(new Value.Word("b"), 2)));
        var occupation = Facet.of(
                counting.facets().getLast(),
                List.of(new Facet.Bucket(new Value.Whole(12), Optional.of("Rider"), 3, OptionalLong.of(7))));

        assertThrows(IllegalStateException.class, () -> page.json(""));
        assertThrows(IllegalArgumentException.class, () -> page.counting(List.of(occupation, remote)));
        assertEquals(
                "{\"items\":[],\"next\":null,\"prev\":null,\"as_of\":\"2026-03-01T09:30:00Z\",\"facets\":{"
                        + "\"remote\":{\"buckets\":[{\"value\":\"\\\"\\\\\\u000a\u0905\",\"count\":3}],\"more\":true},"
                        + "\"occupation.id\":{\"buckets\":[{\"value\":12,\"label\":\"Rider\",\"count\":3,\"openings\":7}],"
                        + "\"more\":false}},\"x\":1}",
                new String(page.counting(List.of(remote, occupation)).json(",\"x\":1"), StandardCharsets.UTF_8));
    }

    private static Facet.Bucket bucket(Value value, long count) {
        return new Facet.Bucket(value, Optional.empty(), count, OptionalLong.empty());
    }

    @Test
    void showsNotMoreThanTheLimitAndTellsWhereToGoOn() {
        var page = DocumentPage.of(TWO, documents("1", "2", "3"), Optional.of(LAST), Optional.empty());

        assertEquals(2, page.items().size());
        assertEquals(Optional.of(LAST), Cursor.parse(page.next().orElseThrow(), TWO));
    }

    @Test
    void isAnEmptyListWithoutATotalWhenNothingWasFoundOrCounted() {
        var page = DocumentPage.of(TWO, List.of(), Optional.empty(), Optional.empty());

        assertTrue(new String(page.json(""), StandardCharsets.UTF_8)
                .startsWith("{\"items\":[],\"next\":null,\"prev\":null,"));
        assertTrue(new String(page.json(""), StandardCharsets.UTF_8).endsWith("\"as_of\":\"2026-03-01T09:30:00Z\"}"));
    }

    @Test
    void saysAtLeastBeyondTheLimitOfCounting() {
        assertEquals(new Total(10_000, true), Total.limited(10_000));
        assertEquals(new Total(10_000, false), Total.limited(10_001));
    }

    @Test
    void tagsEqualBytesAlikeWhereverTheyLie() {
        byte[] buffer = "xx{\"id\":1}yy".getBytes(StandardCharsets.UTF_8);

        assertEquals(documents("{\"id\":1}").getFirst().etag(), new Document(buffer, 2, 8).etag());
        assertNotEquals(documents("{\"id\":2}").getFirst().etag(), new Document(buffer, 2, 8).etag());
    }

    private static List<Document> documents(String... texts) {
        return Arrays.stream(texts)
                .map(text -> Document.of(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
