package dev.rozgar.adapters.postgres.billing;

import static dev.rozgar.adapters.postgres.SampleBills.COMPANY;
import static dev.rozgar.adapters.postgres.SampleBills.draft;
import static dev.rozgar.adapters.postgres.SampleBills.open;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleBills;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.billing.Invoices.Overdue;
import dev.rozgar.application.billing.Invoices.Wanted;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of invoices in the real PostgreSQL.
class PostgresInvoicesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @BeforeAll
    static void application() {
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.putJob(DATABASE, 7, 1, "Rider");
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

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-31", "2026-06-01"})
    void findsOverdueWhatTheDomainFindsOverdue(LocalDate today) {
        everyState().forEach(PostgresInvoicesTest::save);
        var overdue = everyState().reversed().stream()
                .filter(invoice -> invoice.isOverdue(today))
                .map(Invoice::id)
                .toList();

        assertEquals(overdue, ids(overdue(today, true), 50));
        assertEquals(
                everyState().size() - overdue.size(),
                ids(overdue(today, false), 50).size());
        assertEquals(today.isAfter(SampleBills.DUE), !overdue.isEmpty());
    }

    @Test
    void pagesTheInvoicesOfACompanyFromTheNewest() {
        Stream.of(open(1), draft(2), open(3)).forEach(PostgresInvoicesTest::save);
        var company = Optional.of(COMPANY);
        var last = Optional.of(new InvoiceId(2));

        assertEquals(List.of(new InvoiceId(3), new InvoiceId(2)), ids(page(company, Optional.empty()), 2));
        assertEquals(List.of(new InvoiceId(1)), ids(page(company, last), 2));
        assertEquals(List.of(), ids(page(Optional.of(new CompanyId(2)), Optional.empty()), 2));
    }

    @ParameterizedTest
    @EnumSource(InvoiceState.Kind.class)
    void listsTheInvoicesOfAState(InvoiceState.Kind state) {
        everyState().forEach(PostgresInvoicesTest::save);
        var expected = everyState().stream()
                .filter(invoice -> invoice.state().kind() == state)
                .map(Invoice::id)
                .sorted(Comparator.comparing(InvoiceId::value).reversed())
                .toList();

        assertEquals(
                expected,
                ids(new Wanted(Optional.empty(), Optional.of(state), Optional.empty(), Optional.empty()), 50));
    }

    private static Wanted overdue(LocalDate today, boolean late) {
        return new Wanted(Optional.empty(), Optional.empty(), Optional.of(new Overdue(today, late)), Optional.empty());
    }

    private static Wanted page(Optional<CompanyId> company, Optional<InvoiceId> below) {
        return new Wanted(company, Optional.empty(), Optional.empty(), below);
    }

    private static List<InvoiceId> ids(Wanted wanted, int most) {
        return DATABASE.postgres().invoices().list(wanted, most).stream()
                .map(Invoice::id)
                .toList();
    }

    private static List<Invoice> everyState() {
        return SampleBills.everyState().toList();
    }

    private static void save(Invoice invoice) {
        Desk.commit(DATABASE, desk -> desk.billing().save(invoice));
    }
}
