package dev.rozgar.adapters.postgres.billing;

import static dev.rozgar.adapters.postgres.SampleBills.COMPANY;
import static dev.rozgar.adapters.postgres.SampleBills.draft;
import static dev.rozgar.adapters.postgres.SampleBills.moved;
import static dev.rozgar.adapters.postgres.SampleBills.open;
import static dev.rozgar.adapters.postgres.SampleBills.pay;
import static dev.rozgar.adapters.postgres.SampleBills.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleBills;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.hiring.ApplicationState;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Invoices with all their rows in the real PostgreSQL; for charges and numbers see [ChargesAndNumbersTest].
class PostgresBillingDeskTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @BeforeAll
    static void application() {
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.insertCompany(DATABASE, 2);
        PlainRows.putJob(DATABASE, 7, 1, "Rider");
        PlainRows.insertLists(DATABASE, 7);
        Desk.commit(DATABASE, desk -> {
            desk.hiring().add(SampleHirings.candidate(1));
            desk.hiring().save(SampleHirings.application(5, 1, new ApplicationState.Applied(SampleHirings.NOW)));
        });
    }

    @BeforeEach
    void nothingIsBilled() {
        DATABASE.run("truncate invoice cascade");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static List<Invoice> everyState() {
        return SampleBills.everyState().toList();
    }

    @Test
    void hasASampleOfEveryState() {
        var seen = EnumSet.noneOf(InvoiceState.Kind.class);
        everyState().forEach(invoice -> seen.add(invoice.state().kind()));

        assertEquals(EnumSet.allOf(InvoiceState.Kind.class), seen);
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void readsAnInvoiceAsItWasWritten(Invoice invoice) {
        save(invoice);

        assertEquals(stored(invoice), find(invoice.id()));
        assertEquals(
                Optional.of(stored(invoice)), DATABASE.postgres().invoices().find(invoice.id()));
    }

    @Test
    void readsAnInvoiceAsItWasAfterEveryMoveOfItsLife() {
        save(SampleBills.empty(1));
        var invoice = drafted(find(1));
        for (var move : List.of(SampleBills.issue(1), SampleBills.credit(1, "5"), pay("10"), pay("20.20"))) {
            save(invoice);
            assertEquals(stored(invoice), find(1));
            invoice = moved(find(1), move);
        }
        save(invoice);
        assertEquals(stored(invoice), find(1));
        assertEquals(6, find(1).version());
    }

    @Test
    void keepsTheLinesThatADraftHadWhenItWasIssued() {
        save(draft(1));
        var changed =
                SampleBills.accepted(find(1).withLines(find(1).lines().subList(0, 1), SampleBills.NOW.plusSeconds(1)));

        var issued = moved(changed, SampleBills.issue(1));
        save(issued);

        assertEquals(stored(issued), find(1));
    }

    @Test
    void keepsTheSplitOfTheTaxOnEveryLine() {
        save(open(1));
        save(open(2));

        for (long id : List.of(1L, 2L)) {
            var split = find(id).lines().stream()
                    .map(PostgresBillingDeskTest::split)
                    .toList();
            assertEquals(
                    split,
                    DATABASE.ask("select cgst || ' ' || sgst || ' ' || igst from invoice_line where invoice_id = " + id
                            + " order by position"));
        }
    }

    @Test
    void readsAnInvoiceWithItsCompany() {
        save(draft(1));
        var filed = Desk.ask(DATABASE, desk -> desk.billing().lock(new InvoiceId(1), Optional.empty()))
                .orElseThrow();

        assertEquals(stored(draft(1)), filed.invoice());
        assertEquals(Optional.of(COMPANY), filed.company().map(Company::id));
        assertEquals(0, filed.number());
        assertEquals(
                Optional.empty(), Desk.ask(DATABASE, desk -> desk.billing().lock(new InvoiceId(2), Optional.empty())));
    }

    @Test
    void readsAnInvoiceOfARemovedCompany() {
        save(open(1));
        DATABASE.run("update company set removed_at = now() where id = 1");
        var filed = Desk.ask(DATABASE, desk -> desk.billing().lock(new InvoiceId(1), Optional.empty()))
                .orElseThrow();
        DATABASE.run("update company set removed_at = null");

        assertEquals(Optional.empty(), filed.company());
    }

    @Test
    void refusesAVersionThatIsNotStoredAnyMore() {
        save(open(1));
        var read = find(1);
        save(moved(read, pay("10")));

        var failure = assertThrows(PortFailure.class, () -> save(moved(read, pay("20"))));

        assertEquals("STALE_VERSION", failure.code());
        assertEquals(1, find(1).payments().size());
    }

    @Test
    void readsWhatSomebodyElseCommittedWhileItWaitedForTheLock() throws Exception {
        save(open(1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Desk first = Desk.at(DATABASE)) {
            var locked = first.billing().lock(new InvoiceId(1)).orElseThrow();
            var second = threads.submit(() -> find(1));
            while (!DATABASE.isSomebodyWaiting()) assertFalse(second.isDone(), "read without the lock");

            first.billing().save(moved(locked, pay("1")));
            first.commit();

            assertEquals(stored(moved(locked, pay("1"))), second.get());
        }
    }

    @Test
    void deletesADraftWithItsLines() {
        save(draft(1));

        Desk.commit(DATABASE, desk -> desk.billing().delete(find(1)));

        assertEquals(List.of("0"), DATABASE.ask("select count(*) from invoice_line"));
        assertEquals(Optional.empty(), DATABASE.postgres().invoices().find(new InvoiceId(1)));
    }

    @Test
    void refusesToDeleteAnIssuedInvoice() {
        save(open(1));

        assertThrows(
                PortFailure.class,
                () -> Desk.commit(DATABASE, desk -> desk.billing().delete(find(1))));

        assertEquals(stored(open(1)), find(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update invoice_line set quantity = 9",
                "delete from invoice_line",
                "insert into invoice_line select 1, 9, kind, sac, null, null, 1, 1, 0, 0, 0, 0, 0 from invoice_line limit 1",
                "update invoice set number = 'RZ/1'",
                "update invoice set customer = '{}'",
                "update invoice set period = '2026-01-01'",
                "delete from invoice",
                "update payment set amount = 1",
                "delete from payment",
                "update credit_note set reason = 'x'",
                "delete from credit_note",
                "update credit_note_line set quantity = 9",
                "delete from credit_note_line"
            })
    void letsNobodyRewriteTheBooks(String sql) {
        save(moved(moved(open(1), pay("10")), SampleBills.credit(1, "5")));
        var before = find(1);

        var failure = assertThrows(PortFailure.class, () -> Desk.commit(DATABASE, desk -> desk.write(sql)));

        assertTrue(String.valueOf(failure.getCause()).contains("changed")
                || String.valueOf(failure.getCause()).contains("issued"));
        assertEquals(before, find(1));
    }

    @Test
    void givesNoNumberTwice() {
        save(open(1));
        var twin = moved(draft(2), SampleBills.issue(1));

        assertThrows(PortFailure.class, () -> save(twin));
    }

    @Test
    void tellsOfAJobsCompanySinceWhenItOwes() {
        save(moved(open(1), pay("10")));
        assertEquals(Optional.of(SampleBills.DUE), unpaidSince());

        DATABASE.run("truncate invoice cascade");
        save(draft(2));
        assertEquals(Optional.empty(), unpaidSince());
    }

    private static Optional<LocalDate> unpaidSince() {
        return Desk.ask(DATABASE, desk -> {
            var job = desk.jobs().lock(SampleBills.JOB).orElseThrow();
            var asPosting = desk.companies().employer(COMPANY).orElseThrow();
            assertEquals(asPosting, desk.jobs().employer(job));
            return asPosting.unpaidSince();
        });
    }

    private static Invoice drafted(Invoice empty) {
        var terms = draft(1).terms();
        return SampleBills.accepted(SampleBills.accepted(empty.withTerms(terms, SampleBills.NOW))
                .withLines(draft(1).lines(), SampleBills.NOW));
    }

    private static String split(InvoiceLine line) {
        return line.cgst().amount() + " " + line.sgst().amount() + " "
                + line.igst().amount();
    }

    private static void save(Invoice invoice) {
        Desk.commit(DATABASE, desk -> desk.billing().save(invoice));
    }

    private static Invoice find(long id) {
        return find(new InvoiceId(id));
    }

    private static Invoice find(InvoiceId id) {
        return Desk.ask(DATABASE, desk -> desk.billing().lock(id).orElseThrow());
    }
}
