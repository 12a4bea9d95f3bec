package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.billing.DraftInvoice;
import dev.rozgar.application.billing.InvoiceOrder;
import dev.rozgar.application.billing.MoveInvoice;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.BillingDesk.Charge;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How often a change goes to the server and back, counted on the wire.
class RoundTripsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Identity FINANCE = Identity.of(Role.FINANCE, "finance");

    private final RoundTrips wire;
    private final Postgres postgres;
    private final Transactions transactions;
    private final JobId id = MoveAJob.published(DATABASE);

    RoundTripsTest() throws IOException {
        wire = RoundTrips.to(DATABASE.settings());
        postgres = Postgres.open(wire.through(DATABASE.settings()));
        transactions = postgres.transactions();
    }

    /// Whatever a pool does once is done before the counting.
    @BeforeEach
    void openTheConnection() {
        postgres.version();
    }

    @AfterEach
    void hangUp() throws IOException {
        postgres.close();
        wire.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void movesInTwo() {
        assertEquals(2, until(Answer.Done.class, Terms.usual(), MoveAJob.pause(id)));
        assertEquals(2, until(Answer.Done.class, Terms.usual(), new MoveAJob(id, new JobMove.Resume())));
    }

    @Test
    void knowsTheCompanyWithoutAskingAgain() {
        assertEquals(2, until(Answer.Refused.class, Terms.usual(), workspace -> {
            Job job = workspace.jobs().lock(id).orElseThrow();
            assertEquals(job.company(), workspace.jobs().employer(job).id());
            return new Answer.Refused<>(List.of(), Optional.empty());
        }));
    }

    @Test
    void movesInTwoWithAKey() {
        assertEquals(2, until(Answer.Done.class, MoveAJob.withKey("k", "f"), MoveAJob.pause(id)));
    }

    @Test
    void savesAllContentInTwo() {
        assertEquals(2, until(Answer.Done.class, Terms.usual(), workspace -> {
            Job job = workspace.jobs().lock(id).orElseThrow();
            workspace.jobs().save(SampleJobs.again(job, job.version(), SampleJobs.full("R-1")));
            return Answer.Done.accepted(2L);
        }));
    }

    @Test
    void refusesInTwo() {
        transactions.run(Terms.usual(), MoveAJob.close(id));

        assertEquals(2, until(Answer.Refused.class, Terms.usual(), MoveAJob.pause(id)));
    }

    @Test
    void repeatsAReplyInTwo() {
        transactions.run(MoveAJob.withKey("again", "f"), MoveAJob.pause(id));

        assertEquals(2, until(Answer.Replayed.class, MoveAJob.withKey("again", "f"), MoveAJob.pause(id)));
    }

    @Test
    void readsAPageWithItsFacetsInOne() {
        Instant now = SampleJobs.NOW.plusSeconds(60);
        DocumentQuery query = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, now);
        JobReadModel jobs = postgres.jobReadModel();
        // The connection is made with the first search.
        assertEquals(0, jobs.search(query).facets().size());
        int before = wire.seen();

        DocumentPage page = jobs.search(query.counting(
                List.of(new FacetWish(JobFields.JOB.require("company.name"), 10, Optional.of(JobFields.OPENINGS)))));

        assertEquals(1, wire.seen() - before);
        assertEquals(1, page.facets().size());
    }

    /// The number of a document is drawn with the locks.
    @ParameterizedTest
    @EnumSource
    void movesAnInvoiceInTwoWithAKey(InvoiceMove.Trigger trigger) {
        InvoiceId invoice = drafted();
        if (trigger != InvoiceMove.Trigger.ISSUE) move(invoice, order(InvoiceMove.Trigger.ISSUE), Terms.usual());
        var reply = new StoredReply(201, "/", "", new byte[0]);
        Terms<Changed<Invoice>> terms = new Terms<>(
                false, Sync.ACCEPTED, Optional.of(new Attempt<>("finance", trigger.name(), "f", (_, _) -> reply)));
        int before = wire.seen();

        move(invoice, order(trigger), terms);

        assertEquals(2, wire.seen() - before);
    }

    private InvoiceId drafted() {
        DATABASE.run("update company set tax_gstin = '27AAPFU0939F1Z' || '" + Gstin.checkDigit("27AAPFU0939F1Z") + "'");
        Job job = DATABASE.postgres().jobRepository().find(id).orElseThrow();
        var charge = new Charge(0, job.company(), LineKind.POST_FEE, Optional.of(id), Optional.empty(), SampleJobs.NOW);
        Desk.commit(DATABASE, desk -> desk.billing().charge(charge));
        var command = new DraftInvoice.Command(job.company(), YearMonth.of(2026, 12));
        var answer = new DraftInvoice(transactions, Clock.systemUTC(), PriceList.USUAL)
                .handle(FINANCE, command, Terms.usual());
        return Scene.done(answer).thing().id();
    }

    private void move(InvoiceId invoice, InvoiceOrder order, Terms<Changed<Invoice>> terms) {
        var command = new MoveInvoice.Command(invoice, order, Optional.empty(), OptionalLong.empty());
        var move = new MoveInvoice(transactions, Clock.systemUTC(), PriceList.USUAL);
        assertInstanceOf(Answer.Done.class, move.handle(FINANCE, command, terms));
    }

    private static InvoiceOrder order(InvoiceMove.Trigger trigger) {
        return switch (trigger) {
            case ISSUE -> new InvoiceOrder.Issue();
            case RECORD_PAYMENT -> new InvoiceOrder.RecordPayment(Money.inr("1"), "UTR-1");
            case CREDIT -> new InvoiceOrder.Credit(List.of(1), "once too often");
            case WRITE_OFF -> new InvoiceOrder.WriteOff("gone");
            case VOID -> new InvoiceOrder.MarkVoid("wrong");
        };
    }

    private int until(Class<?> end, Terms<Long> terms, Function<Workspace, Answer<Long>> work) {
        int before = wire.seen();
        assertInstanceOf(end, transactions.run(terms, work));
        return wire.seen() - before;
    }
}
