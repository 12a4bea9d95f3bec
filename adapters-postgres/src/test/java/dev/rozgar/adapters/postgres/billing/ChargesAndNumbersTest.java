package dev.rozgar.adapters.postgres.billing;

import static dev.rozgar.adapters.postgres.SampleBills.APPLICATION;
import static dev.rozgar.adapters.postgres.SampleBills.COMPANY;
import static dev.rozgar.adapters.postgres.SampleBills.JOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.Desk;
import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.SampleBills;
import dev.rozgar.adapters.postgres.SampleHirings;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.adapters.postgres.Together;
import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.BillingDesk.Charge;
import dev.rozgar.application.change.BillingDesk.Counter;
import dev.rozgar.application.change.BillingDesk.Filed;
import dev.rozgar.application.change.BillingDesk.Series;
import dev.rozgar.domain.billing.FinancialYear;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.job.JobId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What must happen exactly once: a charge, and every number of a year.
class ChargesAndNumbersTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Counter INVOICES = new Counter(Series.INVOICE, SampleBills.YEAR);
    private static final Instant MAY = Instant.parse("2026-04-30T18:30:00Z");
    private static final Instant IN_APRIL = Instant.parse("2026-04-10T00:00:00Z");

    @BeforeAll
    static void application() {
        PlainRows.insertCompany(DATABASE, COMPANY.value());
        PlainRows.putJob(DATABASE, JOB.value(), COMPANY.value(), "Rider");
        PlainRows.putJob(DATABASE, 8, COMPANY.value(), "Cook");
        Desk.commit(DATABASE, desk -> {
            desk.hiring().add(SampleHirings.candidate(1));
            desk.hiring().save(SampleHirings.application(5, 1, new ApplicationState.Applied(SampleHirings.NOW)));
        });
    }

    @BeforeEach
    void nothingIsCharged() {
        DATABASE.run("truncate invoice, charge, number_series cascade");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void chargesOnceWhatHappensToSeveralAtOnce() throws Exception {
        Together.run(8, _ -> charge(posted(JOB, IN_APRIL)));
        Together.run(8, _ -> charge(ofApplication(LineKind.PER_INTERVIEW)));

        assertEquals(List.of(LineKind.POST_FEE, LineKind.PER_INTERVIEW), kinds(uncharged()));
    }

    @Test
    void chargesOtherThingsAndOtherJobsApart() {
        charge(posted(JOB, IN_APRIL));
        charge(posted(new JobId(8), IN_APRIL));
        charge(ofApplication(LineKind.PER_APPLICATION));
        charge(ofApplication(LineKind.PER_JOINING));

        assertEquals(4, uncharged().size());
    }

    @Test
    void readsAChargeAsItWasWritten() {
        charge(ofApplication(LineKind.PER_JOINING));

        var charge = uncharged().getFirst();

        assertEquals(
                new Charge(
                        charge.id(),
                        COMPANY,
                        LineKind.PER_JOINING,
                        Optional.of(JOB),
                        Optional.of(APPLICATION),
                        IN_APRIL),
                charge);
    }

    @Test
    void refusesAChargeForNothing() {
        var nothing = new Charge(0, COMPANY, LineKind.BOOST, Optional.empty(), Optional.empty(), IN_APRIL);

        assertThrows(PortFailure.class, () -> charge(nothing));
    }

    @Test
    void billsWhatHappenedBeforeTheMoment() {
        charge(posted(JOB, MAY.minusMillis(1)));
        charge(posted(new JobId(8), MAY));

        assertEquals(
                List.of(Optional.of(JOB)), uncharged().stream().map(Charge::job).toList());
        assertEquals(2, uncharged(MAY.plusMillis(1)).size());
    }

    @Test
    void chargesOnlyTheCompanyThatWasServed() {
        charge(posted(JOB, IN_APRIL));

        assertEquals(List.of(), Desk.ask(DATABASE, desk -> desk.billing().uncharged(new CompanyId(2), MAY)));
    }

    @Test
    void billsAChargeOnceAndAgainOnlyWhenItsDraftIsDeleted() {
        charge(posted(JOB, IN_APRIL));
        var draft = SampleBills.draft(1);
        Desk.commit(DATABASE, desk -> {
            desk.billing().bill(desk.billing().uncharged(COMPANY, MAY), draft.id());
            desk.billing().save(draft);
        });
        assertEquals(List.of(), uncharged());

        Desk.commit(DATABASE, desk -> {
            Invoice stored = desk.billing().lock(draft.id()).orElseThrow();
            desk.billing().delete(stored);
        });

        assertEquals(List.of(LineKind.POST_FEE), kinds(uncharged()));
    }

    @Test
    void billsNoChargeTwiceWhenTwoDraftAtOnce() throws Exception {
        charge(posted(JOB, IN_APRIL));

        var billed = Together.run(2, i -> {
            try (Desk desk = Desk.at(DATABASE)) {
                var charges = desk.billing().uncharged(COMPANY, MAY);
                var draft = SampleBills.draft(i + 1);
                desk.billing().save(draft);
                desk.billing().bill(charges, draft.id());
                desk.commit();
                return charges.size();
            }
        });

        assertEquals(List.of(0, 1), billed.stream().sorted().toList());
    }

    @Test
    void leavesNoGapAmongNumbersThoughSomeGiveUp() throws Exception {
        long seed = new Random().nextLong();
        var givesUp =
                new Random(seed).ints(20, 0, 3).mapToObj(dice -> dice == 0).toList();

        draft(20);

        var given = Together.run(20, i -> {
            try (Desk desk = Desk.at(DATABASE)) {
                long number = numbered(desk, i + 1, INVOICES).number();
                if (givesUp.get(i)) return Optional.<Long>empty();
                desk.commit();
                return Optional.of(number);
            }
        });

        long kept = givesUp.stream().filter(up -> !up).count();
        assertEquals(
                LongStream.rangeClosed(1, kept).boxed().toList(),
                given.stream().flatMap(Optional::stream).sorted().toList(),
                () -> "seed " + seed);
    }

    @Test
    void countsEverySeriesAndYearApart() {
        draft(1);
        assertEquals(1, next(Series.INVOICE, 2026));
        assertEquals(2, next(Series.INVOICE, 2026));
        assertEquals(1, next(Series.INVOICE, 2027));
        assertEquals(1, next(Series.CREDIT_NOTE, 2026));
        assertEquals(3, next(Series.INVOICE, 2026));
    }

    @Test
    void issuesEveryInvoiceUnderItsOwnNumberWhenManyAreIssuedAtOnce() throws Exception {
        draft(8);

        Together.run(8, i -> {
            try (Desk desk = Desk.at(DATABASE)) {
                var drafted = numbered(desk, i + 1, INVOICES);
                desk.billing().save(SampleBills.moved(drafted.invoice(), SampleBills.issue(drafted.number())));
                desk.commit();
                return drafted.number();
            }
        });

        assertEquals(
                LongStream.rangeClosed(1, 8).mapToObj(n -> "RZ/26-27/00000" + n).toList(),
                DATABASE.ask("select number from invoice order by number"));
    }

    private static Charge posted(JobId job, Instant at) {
        return new Charge(0, COMPANY, LineKind.POST_FEE, Optional.of(job), Optional.empty(), at);
    }

    private static Charge ofApplication(LineKind kind) {
        return new Charge(0, COMPANY, kind, Optional.of(JOB), Optional.of(new ApplicationId(5)), IN_APRIL);
    }

    private static boolean charge(Charge charge) {
        Desk.commit(DATABASE, desk -> desk.billing().charge(charge));
        return true;
    }

    private static List<Charge> uncharged() {
        return uncharged(MAY);
    }

    private static List<Charge> uncharged(Instant before) {
        return Desk.ask(DATABASE, desk -> desk.billing().uncharged(COMPANY, before));
    }

    private static List<LineKind> kinds(List<Charge> charges) {
        return charges.stream().map(Charge::kind).toList();
    }

    private static void draft(long many) {
        for (long id = 1; id <= many; id++) {
            var draft = SampleBills.draft(id);
            Desk.commit(DATABASE, desk -> desk.billing().save(draft));
        }
    }

    private static Filed numbered(Desk desk, long id, Counter counter) {
        return desk.billing().lock(new InvoiceId(id), Optional.of(counter)).orElseThrow();
    }

    private static long next(Series series, int year) {
        try (Desk desk = Desk.at(DATABASE)) {
            long number = numbered(desk, 1, new Counter(series, new FinancialYear(year)))
                    .number();
            desk.commit();
            return number;
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }
}
