package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.intake.Row;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.RemoteMode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads `board.csv`, which has every kind of dirt, by `board.yaml`.
class CsvRowsTest {
    private static final List<Row> ROWS = Fixtures.csv(Fixtures.file("board.csv"), Fixtures.board());

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAPostingOrARejection() {
        assertEquals(18, ROWS.size());
        assertEquals(7, ROWS.stream().filter(Row.Posting.class::isInstance).count());
    }

    @Test
    void readsMoneyWithCurrencyAndCommas() {
        var pay = content("A1").pay().orElseThrow();

        assertEquals(new BigDecimal("15000.00"), pay.min());
        assertEquals(new BigDecimal("18000.50"), pay.max());
        assertEquals(PayPeriod.MONTH, pay.period());
    }

    @Test
    void oneFigureIsBothEndsOfPay() {
        var pay = content("A2").pay().orElseThrow();

        assertEquals(pay.min(), pay.max());
    }

    @Test
    void readsDatesInSeveralForms() {
        assertEquals(
                Instant.parse("2026-02-28T18:30:00Z"),
                Fixtures.posting(ROWS, "A1").postedAt());
        assertEquals(
                Instant.parse("2026-03-02T04:30:00Z"),
                Fixtures.posting(ROWS, "A2").postedAt());
    }

    @Test
    void aDayOfTheEndCountsAsAWhole() {
        assertEquals(
                Instant.parse("2026-04-20T18:30:00Z"),
                content("A1").window().expiresAt().orElseThrow());
    }

    @Test
    void aPostingWithoutAnEndIsOpenForTheProfilesTerm() {
        var posting = Fixtures.posting(ROWS, "A2");

        assertEquals(
                posting.postedAt().plus(Duration.ofDays(45)),
                posting.content().window().expiresAt().orElseThrow());
    }

    @Test
    void aQuotedCellMayHoldQuotesAndLines() {
        assertEquals("Cook, \"veg\" and helper", content("A2").title().value());
        assertTrue(content("A2").description().text().endsWith("Two\nlines"));
    }

    @Test
    void knownCategoriesMayHoldTheSeparator() {
        assertEquals(
                List.of(new Category("Food; drink and hotels"), new Category("Kitchen")),
                content("A2").classification().categories());
    }

    @Test
    void cellsThatMeanNothingAreNothing() {
        var address = content("A2").workplace().locations().getFirst().address();

        assertEquals(Optional.empty(), address.street());
        assertEquals(Optional.empty(), address.postcode());
    }

    @Test
    void readsThePointAndTheKindOfWork() {
        var workplace = content("A1").workplace();

        assertEquals(
                Optional.of(new GeoPoint(18.52, 73.85)),
                workplace.locations().getFirst().geo());
        assertEquals(RemoteMode.FIELD, workplace.remote());
    }

    @Test
    void zeroIsAPlace() {
        assertEquals(
                Optional.of(new GeoPoint(0, 0)),
                content("A10").workplace().locations().getFirst().geo());
    }

    @Test
    void anOccupationIsFoundByTheProfilesRules() {
        assertEquals(
                1101, content("A1").classification().occupation().orElseThrow().value());
        assertEquals(Optional.empty(), content("A2").classification().occupation());
    }

    @Test
    void undoesTextThatWasEncodedTwice() {
        assertEquals("Café cook – Pune", content("A13").title().value());
    }

    @Test
    void aCodeMayMeanNothing() {
        assertEquals(Optional.empty(), content("A13").pay());
    }

    @Test
    void aTitleTooLongIsShortenedAndKeptWhole() {
        assertTrue(content("A16").title().value().endsWith("job…"));
        assertTrue(content("A16")
                .description()
                .text()
                .startsWith("Very long title of a job ".repeat(6).strip()));
    }

    @Test
    void wrongBytesAreShownAsSuch() {
        assertEquals("Cook \uFFFD\uFFFD", content("A17").title().value());
    }

    @Test
    void wrongBytesAreRejectedWhereTheProfileSaysSo() {
        var yaml = Fixtures.text("board.yaml") + "\ninvalid_bytes: reject\n";
        var rows = Fixtures.csv(Fixtures.file("board.csv"), ProfileYaml.read("strict", yaml));

        assertEquals("MALFORMED: has bytes that are not UTF-8", Fixtures.reason(rows, "A17"));
    }

    @Test
    void rejectsARowWithTheReasonsOfAllItsFields() {
        assertEquals("/title REQUIRED: must be given", reason("A3"));
        assertEquals("/posted MALFORMED: must be a date in one of the known forms, not \"2026/03/01\"", reason("A4"));
        assertEquals("/pay/max CONTRADICTION: must not be below min", reason("A5"));
        assertEquals(
                "/remote UNKNOWN_VALUE: the profile has no code for \"moon\"; "
                        + "/pay_period UNKNOWN_VALUE: the profile has no code for \"fortnight\"",
                reason("A6"));
        assertEquals("MALFORMED: has 5 cells, the header 18", reason("A7"));
        assertEquals("/expires/expires_at CONTRADICTION: must be after publish_at", reason("A11"));
        assertEquals("/location REQUIRED: needs a locality, a region or a postcode", reason("A12"));
        assertEquals(
                "/pay_max MALFORMED: must be a number, not \"1e9\"; "
                        + "/openings MALFORMED: must be a number, not \"many\"",
                reason("A14"));
        assertEquals("/employer_website MALFORMED: must be an address such as https://example.in/jobs", reason("A15"));
    }

    @Test
    void brokenQuotesCostTheirOwnRowOnly() {
        assertEquals(11, rejectedAt(11).line());
        assertEquals(
                "MALFORMED: the quotes of the row are not those of CSV",
                rejectedAt(11).reason());
        assertEquals("MALFORMED: a quote is not closed", rejectedAt(12).reason());
        assertEquals(13, Fixtures.posting(ROWS, "A10").line());
    }

    @Test
    void datesMoveWithTheFilesOwnDay() {
        var rows =
                Fixtures.csv(Fixtures.file("board.csv"), Fixtures.board(), Optional.of(LocalDate.parse("2026-03-11")));
        var posting = Fixtures.posting(rows, "A1");

        assertEquals(Instant.parse("2026-03-10T18:30:00Z"), posting.postedAt());
        assertEquals(
                Instant.parse("2026-04-30T18:30:00Z"),
                posting.content().window().expiresAt().orElseThrow());
    }

    @Test
    void anEndlessLineIsOneRejection() {
        var file =
                Fixtures.written(folder, header() + "\nB1," + "x".repeat(3 * Lines.LONGEST) + "\nB2,Too few cells\n");

        var rows = Fixtures.csv(file, Fixtures.board());

        assertEquals(2, rows.size());
        assertEquals("MALFORMED: the row is too long", ((Row.Rejected) rows.getFirst()).reason());
        assertEquals(3, rows.getLast().line());
    }

    @Test
    void anEndlessQuoteIsOneRejection() {
        var file = Fixtures.written(folder, header() + "\nB1,\"" + "\nB2,Too few cells".repeat(3_000));

        var rows = Fixtures.csv(file, Fixtures.board());

        assertEquals(3_001, rows.size());
        assertEquals(
                "MALFORMED: the row is too long; a quote may not be closed", ((Row.Rejected) rows.getFirst()).reason());
    }

    @Test
    void namesEveryMissingColumn() {
        var file = Fixtures.written(folder, "No,Firm\nC1,Asha\n");

        var unusable = assertThrows(UnusableImport.class, () -> Fixtures.csv(file, Fixtures.board()));

        assertEquals(16, unusable.faults().size());
        assertTrue(unusable.faults().toString().contains("\"Post\""));
    }

    @Test
    void anEmptyFileIsUnusable() {
        var file = Fixtures.written(folder, "");

        assertThrows(UnusableImport.class, () -> Fixtures.csv(file, Fixtures.board()));
    }

    private static String header() {
        return Fixtures.text("board.csv").lines().findFirst().orElseThrow().substring(1);
    }

    private static Row.Rejected rejectedAt(long line) {
        return ROWS.stream()
                .filter(row -> row.line() == line)
                .map(row -> assertInstanceOf(Row.Rejected.class, row))
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
