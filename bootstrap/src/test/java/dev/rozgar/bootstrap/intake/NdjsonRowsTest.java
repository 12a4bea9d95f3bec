package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.intake.Row;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.SafeHtml;
import dev.rozgar.domain.job.Skill;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads `postings.ndjson`.
class NdjsonRowsTest {
    private static final List<Row> ROWS = Fixtures.ndjson(Fixtures.file("postings.ndjson"));

    @TempDir
    private Path folder;

    @Test
    void everyLineIsAPostingOrARejection() {
        assertEquals(17, ROWS.size());
        assertEquals(4, ROWS.stream().filter(Row.Posting.class::isInstance).count());
    }

    @Test
    void keepsTheFewTagsThatPagesMayShow() {
        assertEquals(
                Optional.of(new SafeHtml(
                        "<p>Welder</p><p>Joins <b>metal</b> &amp; more</p>" + "<ul><li>MIG</li><li>TIG</li></ul>")),
                content("L1").description().html());
    }

    @Test
    void readsTheWordsOfHtml() {
        assertEquals(
                "Welder\nJoins metal & more\nMIG\nTIG",
                content("L1").description().text());
    }

    @Test
    void readsPayWithItsUnit() {
        var pay = content("L1").pay().orElseThrow();

        assertEquals("15000.00 22000.00", pay.min() + " " + pay.max());
        assertEquals(PayPeriod.MONTH, pay.period());
        assertEquals(PayPeriod.DAY, content("L2").pay().orElseThrow().period());
    }

    @Test
    void readsWhatIsOfferedAndAskedFor() {
        assertEquals(
                Set.of(EmploymentType.FULL_TIME, EmploymentType.PART_TIME),
                content("L1").workTime().employmentTypes());
        assertEquals(
                List.of("MIG", "TIG", "Grinding"),
                content("L1").requirements().skills().stream().map(Skill::label).toList());
        assertEquals(
                Optional.of(Education.TWELFTH), content("L1").requirements().education());
        assertEquals(Optional.of(24), content("L1").requirements().experience().monthsMin());
        assertEquals(4, content("L1").openings().total());
    }

    @Test
    void readsHowToApply() {
        assertEquals(
                new ApplyChannel(true, Optional.of(new WebUrl("https://lohia.example/1")), Optional.empty()),
                content("L1").apply());
        assertEquals(ApplyChannel.DIRECT, content("L2").apply());
    }

    @Test
    void readsSeveralPlacesAndTheNameOfTheCountry() {
        var places = content("L2").workplace().locations();

        assertEquals(Optional.of(new GeoPoint(0, 73.85)), places.getFirst().geo());
        assertEquals("IN", places.getFirst().address().country().value());
        assertEquals(Optional.of("Mumbai"), places.getLast().address().locality());
    }

    @Test
    void workFromHomeBelongsToWhereApplicantsMayLive() {
        var workplace = content("3").workplace();

        assertEquals(RemoteMode.REMOTE, workplace.remote());
        assertEquals(2, workplace.locations().size());
        assertEquals(
                "[IN, IN-MH]",
                workplace.applicantRegions().stream()
                        .map(r -> r.value())
                        .toList()
                        .toString());
    }

    @Test
    void readsMoments() {
        assertEquals(
                Optional.of(Instant.parse("2026-04-30T13:00:00Z")),
                content("L1").window().expiresAt());
    }

    @Test
    void theAddressStandsInForAMissingIdentifier() {
        assertEquals(
                "https://lohia.example/11",
                content("https://lohia.example/11")
                        .requisitionId()
                        .orElseThrow()
                        .value());
    }

    @Test
    void rejectsALineWithItsReason() {
        assertEquals("/title REQUIRED: must be given", reason("L4"));
        assertEquals("/hiringOrganization REQUIRED: must be given", reason("L5"));
        assertEquals("/datePosted REQUIRED: must be given", reason("L6"));
        assertEquals("/jobLocation/locations TOO_FEW: needs at least 1", reason("L7"));
        assertEquals(
                "/validThrough MALFORMED: must be a date in one of the known forms, not \"next week\"", reason("L8"));
        assertEquals("/baseSalary UNKNOWN_VALUE: \"FORTNIGHT\" is no unit of pay", reason("L9"));
        assertEquals("/jobLocation UNKNOWN_VALUE: \"Atlantis\" is no country that we know", reason("L10"));
        assertTrue(reason("L12").startsWith("/baseSalary/min TOO_LARGE: "));
        assertEquals("/description REQUIRED: must be given", reason("L13"));
    }

    @Test
    void rejectsWhatIsNoPostingAtAll() {
        assertEquals("MALFORMED: is no JSON document", reasonAt(10));
        assertEquals("MALFORMED: must be a JSON object", reasonAt(11));
        assertEquals("MALFORMED: nests more than 64 levels", reasonAt(12));
        assertEquals("/identifier REQUIRED: must be given", reasonAt(16));
    }

    @Test
    void anEndlessLineIsOneRejection() {
        var file = Fixtures.written(folder, "{\"title\": \"" + "x".repeat(2 * Lines.LONGEST) + "\"}\n[]\n");

        var rows = Fixtures.ndjson(file);

        assertEquals(2, rows.size());
        assertEquals("MALFORMED: the line is too long", ((Row.Rejected) rows.getFirst()).reason());
    }

    private static String reasonAt(long line) {
        return ROWS.stream()
                .filter(row -> row.line() == line)
                .map(row -> ((Row.Rejected) row).reason())
                .findFirst()
                .orElseThrow();
    }

    private static JobContent content(String key) {
        return Fixtures.posting(ROWS, key).content();
    }

    private static String reason(String key) {
        return Fixtures.reason(ROWS, key);
    }
}
