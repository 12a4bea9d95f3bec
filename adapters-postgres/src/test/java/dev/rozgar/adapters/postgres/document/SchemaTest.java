package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.BillingDesk;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.QuestionType;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.PayPeriod;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The schema against the declaration and the domain.
class SchemaTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Pattern WORD = Pattern.compile("'([A-Z0-9_]+)'");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static Stream<DocumentField> coded() {
        return JobFields.JOB.fields().stream()
                .filter(field -> !field.leaf().codes().isEmpty());
    }

    static Stream<DocumentField> filters() {
        return JobFields.JOB.fields(Use.FILTER).stream();
    }

    static Stream<DocumentField> sorts() {
        return JobFields.JOB.fields(Use.SORT).stream();
    }

    @Test
    void fitsTheDeclaration() {
        assertDoesNotThrow(() -> DATABASE.postgres().checkDeclaration());
    }

    @Test
    void hasNothingLeftToMigrate() {
        assertEquals(List.of(), DATABASE.postgres().pendingMigrations());
    }

    @Test
    void namesADeclaredColumnThatIsMissing() {
        var more = JobFields.JOB.with(Declare.keyword("colour").from("paint"));

        PortFailure failure = assertThrows(PortFailure.class, () -> SchemaCheck.run(DATABASE.connections(), more));

        assertTrue(String.valueOf(failure.getMessage()).contains("job.paint"), failure::getMessage);
    }

    @ParameterizedTest
    @MethodSource("coded")
    void allowsTheDeclaredCodesAndNoOthers(DocumentField field) {
        assertEquals(
                new TreeSet<>(field.leaf().codes()),
                codes(table(field), field.leaf().column()));
    }

    @Test
    void allowsTheStatesOfTheDomainAndNoOthers() {
        assertEquals(names(JobState.Kind.values()), codes("job", "state"));
        assertEquals(names(CompanyState.Kind.values()), codes("company", "state"));
        assertEquals(names(ApplicationState.Kind.values()), codes("application", "state"));
        assertEquals(names(InvoiceState.Kind.values()), codes("invoice", "state"));
    }

    @Test
    void allowsTheCodesOfHiringAndBillingAndNoOthers() {
        assertEquals(names(QuestionType.values()), codes("question", "type"));
        assertEquals(names(InterviewMode.values()), codes("interview_slot", "mode"));
        assertEquals(names(LineKind.values()), codes("charge", "kind"));
        assertEquals(names(LineKind.values()), codes("invoice_line", "kind"));
        assertEquals(names(BillingDesk.Series.values()), codes("number_series", "series"));
    }

    @Test
    void allowsTheCodesOfAlertsAndNoOthers() {
        assertEquals(names(Scope.values()), codes("saved_search", "scope"));
        assertEquals(names(EventType.values()), codes("webhook_delivery", "event"));
    }

    @Test
    void allowsTheSubjectsRolesAndRightsOfTheApplicationAndNoOthers() {
        assertEquals(names(Subject.Kind.values()), codes("transition", "kind"));
        assertEquals(names(Role.values()), codes("transition", "actor_role"));
        assertEquals(names(Role.values()), codes("api_key", "role"));
        assertEquals(names(Right.values()), codes("api_key", "only_rights"));
    }

    @ParameterizedTest
    @EnumSource(PayPeriod.class)
    void annualisesAsTheDomainDoes(PayPeriod period) throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            TestDatabase.run(
                    connection,
                    "insert into company (id, version, slug, display_name, same_as, state, created_at, updated_at)"
                            + " values (9, 1, 'nine', 'Nine', '{}', 'UNVERIFIED', now(), now())");
            TestDatabase.run(connection, PlainRows.job(9, 9, "cook"));
            TestDatabase.run(
                    connection,
                    "update job set pay_min = 10.01, pay_max = 10.01, pay_currency = 'INR', pay_period = '" + period
                            + "', pay_kind = 'FIXED', pay_disclosed = true");
            try (var rows =
                    connection.createStatement().executeQuery("select pay_annual_min, pay_annual_max from job")) {
                assertTrue(rows.next());
                BigDecimal wanted = new BigDecimal("10.01").multiply(BigDecimal.valueOf(period.unitsPerYear()));
                assertEquals(List.of(wanted, wanted), List.of(rows.getBigDecimal(1), rows.getBigDecimal(2)));
            }
            connection.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void findsByEachFilterThroughAnIndex(DocumentField field) throws SQLException {
        Filter filter = field.kind() == Kind.POINT
                ? new Filter.Near(field, new GeoPoint(18.52, 73.86), 10)
                : new Filter.OneOf(field, List.of(some(field)));
        assertNoScanOfJobs(newest().where(filter));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void keepsEachFilterInAnIndexOfItsTable(DocumentField field) {
        // Two values, asked for beside others: found in the rows of the jobs that are looked at anyway.
        if (field.path().endsWith(".level")) return;
        List<String> indexes = DATABASE.ask("select indexrelid::regclass from pg_index where indrelid = '"
                + table(field) + "'::regclass and pg_get_indexdef(indexrelid) ~ '\\m"
                + field.leaf().columns().getFirst() + "\\M'");
        assertFalse(indexes.isEmpty(), field.path());
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void readsEachOrderThroughAnIndex(DocumentField field) throws SQLException {
        for (boolean descending : List.of(false, true))
            assertNoScanOfJobs(
                    DocumentQuery.of(JobFields.JOB, List.of(new Sort.ByField(field, descending)), SampleJobs.NOW));
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void comparesTextByBytesWhereItIsSorted(DocumentField field) {
        if (field.kind() != Kind.TEXT && field.kind() != Kind.KEYWORD) return;
        assertEquals(
                List.of("C"),
                DATABASE.ask("select collname from pg_attribute a join pg_collation c on c.oid = attcollation"
                        + " where attrelid = '" + table(field) + "'::regclass and attname = '"
                        + field.leaf().column() + "'"));
    }

    private static void assertNoScanOfJobs(DocumentQuery query) throws SQLException {
        SqlText sql = PageSql.of(query);
        StringBuilder plan = new StringBuilder();
        try (Connection connection = DATABASE.connect()) {
            TestDatabase.run(connection, "set enable_seqscan = off");
            try (var statement = connection.prepareStatement("explain " + sql.text())) {
                for (int i = 0; i < sql.values().size(); i++)
                    statement.setString(i + 1, sql.values().get(i));
                var rows = statement.executeQuery();
                while (rows.next()) plan.append(rows.getString(1)).append('\n');
            }
        }
        assertFalse(plan.toString().matches("(?s).*Seq Scan on job\\b.*"), plan::toString);
    }

    private static DocumentQuery newest() {
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, SampleJobs.NOW)
                .count(Count.NONE);
    }

    private static Value some(DocumentField field) {
        return switch (field.kind()) {
            case WHOLE -> new Value.Whole(1);
            case DECIMAL -> new Value.Decimal(BigDecimal.ONE);
            case FLAG -> new Value.Flag(true);
            case KEYWORD, TEXT, PLACE -> new Value.Word("x");
            case MOMENT -> new Value.Moment(SampleJobs.NOW);
            case DAY -> new Value.Day(LocalDate.EPOCH);
            case TIME, POINT -> throw new AssertionError(field.path());
        };
    }

    private static String table(DocumentField field) {
        String table = "job";
        for (Node ancestor : field.ancestors()) {
            if (ancestor instanceof Node.One one) table = one.table();
            if (ancestor instanceof Node.Many many) table = many.table();
        }
        return table;
    }

    /// The words in the check of a column's domain.
    private static TreeSet<String> codes(String table, String column) {
        List<String> checks = DATABASE.ask("select pg_get_constraintdef(c.oid) from pg_constraint c join pg_attribute a"
                + " on a.atttypid = c.contypid where c.contype = 'c' and attrelid = '" + table
                + "'::regclass and attname = '" + column + "'");
        TreeSet<String> codes = new TreeSet<>();
        WORD.matcher(String.join(" ", checks)).results().forEach(word -> codes.add(word.group(1)));
        return codes;
    }

    private static TreeSet<String> names(Enum<?>[] values) {
        return new TreeSet<>(Arrays.stream(values).map(Enum::name).toList());
    }
}
