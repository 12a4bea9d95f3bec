package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Role;
import dev.rozgar.application.billing.DeleteInvoice;
import dev.rozgar.application.billing.DraftInvoice;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.company.EditCompany;
import dev.rozgar.application.company.MoveCompany;
import dev.rozgar.application.company.RegisterCompany;
import dev.rozgar.application.company.RemoveCompany;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.posting.PostJob;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.job.Job;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is written of companies, the posting of their jobs and the making of their bills goes to the server and back
/// three times at the most, its Idempotency-Key included; [EveryWriteTest] counts the rest.
class CompanyRoundTripsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Clock CLOCK = Clock.fixed(SampleJobs.NOW, ZoneOffset.UTC);
    private static final YearMonth MONTH = YearMonth.from(LocalDate.ofInstant(SampleJobs.NOW, ZoneOffset.UTC));
    private static final StoredReply REPLY = new StoredReply(201, "/api", "\"1\"", new byte[] {'x'});
    private static final int MOST = 3;

    private final RoundTrips wire;
    private final Postgres postgres;
    private final Transactions store;

    CompanyRoundTripsTest() throws IOException {
        wire = RoundTrips.to(DATABASE.settings());
        postgres = Postgres.open(wire.through(DATABASE.settings()));
        store = postgres.transactions();
    }

    /// Ids come in blocks, and a connection is opened once.
    @BeforeEach
    void warmUp() {
        var company = register();
        var _ = post(company.id());
        var _ = draft(company.id());
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
    void registersACompany() {
        int before = wire.seen();
        var _ = register();
        assertFew(before);
    }

    @Test
    void editsACompany() {
        var id = register().id();
        int before = wire.seen();
        var command = new EditCompany.Command(id, OptionalLong.empty(), _ -> profile());
        done(new EditCompany(store, CLOCK).handle(Scene.a(Role.OPERATOR), command, keyed()));
        assertFew(before);
    }

    @Test
    void suspendsACompany() {
        var id = register().id();
        int before = wire.seen();
        var command =
                new MoveCompany.Command(id, new CompanyMove.Suspend("unpaid"), Optional.empty(), OptionalLong.empty());
        done(new MoveCompany(store, CLOCK).handle(Scene.a(Role.MODERATOR), command, keyed()));
        assertFew(before);
    }

    @Test
    void removesACompany() {
        var id = register().id();
        int before = wire.seen();
        done(new RemoveCompany(store, CLOCK)
                .handle(Scene.a(Role.OPERATOR), new RemoveCompany.Command(id, OptionalLong.empty()), keyed()));
        assertFew(before);
    }

    @Test
    void postsAJob() {
        var id = register().id();
        int before = wire.seen();
        var _ = post(id);
        assertFew(before);
    }

    @Test
    void draftsABillAndDeletesIt() {
        var id = register().id();
        var _ = post(id);
        int before = wire.seen();
        var invoice = draft(id);
        assertFew(before);

        before = wire.seen();
        done(new DeleteInvoice(store, CLOCK)
                .handle(Scene.a(Role.FINANCE), new DeleteInvoice.Command(invoice.id(), OptionalLong.empty()), keyed()));
        assertFew(before);
    }

    private Company register() {
        var command = new RegisterCompany.Command(profile());
        return done(new RegisterCompany(store, CLOCK, true).handle(Scene.a(Role.OPERATOR), command, keyed()))
                .thing();
    }

    private static CompanyProfile profile() {
        return SampleCompanies.profile("c-" + UUID.randomUUID(), "Some Company");
    }

    private Job post(CompanyId company) {
        var command = new PostJob.Command(company, SampleJobs.content("Rider"), false);
        return done(new PostJob(store, CLOCK).handle(Scene.recruiter(company), command, keyed()))
                .thing();
    }

    private Invoice draft(CompanyId company) {
        var command = new DraftInvoice.Command(company, MONTH);
        return done(new DraftInvoice(store, CLOCK, PriceList.USUAL).handle(Scene.a(Role.FINANCE), command, keyed()))
                .thing();
    }

    private static <R> R done(Answer<R> answer) {
        assertInstanceOf(Answer.Done.class, answer, answer::toString);
        return Scene.done(answer);
    }

    private static <R> Terms<R> keyed() {
        var key = UUID.randomUUID().toString();
        return new Terms<>(false, Sync.ACCEPTED, Optional.of(new Attempt<>("somebody", key, "f", (_, _) -> REPLY)));
    }

    private void assertFew(int before) {
        int trips = wire.seen() - before;
        assertTrue(trips <= MOST && trips >= 2, () -> trips + " round trips");
    }
}
