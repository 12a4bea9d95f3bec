package dev.rozgar.application.billing;

import static dev.rozgar.application.change.Scene.a;
import static dev.rozgar.application.change.Scene.codes;
import static dev.rozgar.application.change.Scene.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.billing.Money;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InvoiceUseCasesTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final Scene scene = new Scene();
    private final CompanyId company =
            scene.company(new CompanyState.Verified(SampleCompanies.NOW), SampleCompanies.full("asha"));
    private final ListInvoices list = new ListInvoices(new InMemoryReading(scene.transactions), scene.clock);

    @Test
    void putsWhatWasUsedOnADraftWithTheTaxOfItsPlace() {
        scene.published(company, 1);
        scene.published(company, 1);
        var invoice = done(draft(MARCH)).thing();

        assertEquals(
                List.of(LineKind.POST_FEE, LineKind.POST_FEE),
                invoice.lines().stream().map(line -> line.kind()).toList());
        assertEquals(Money.inr("998.00"), invoice.subtotal());
        assertEquals(Money.inr("44.91"), invoice.lines().getFirst().cgst());
        assertEquals(Money.inr("1177.64"), invoice.total());
    }

    @Test
    void billsNothingTwiceAndNothingOfALaterMonth() {
        scene.published(company, 1);
        assertEquals(List.of("NOTHING_TO_BILL"), codes(draft(YearMonth.of(2026, 2))));
        done(draft(MARCH));

        assertEquals(List.of("NOTHING_TO_BILL"), codes(draft(MARCH)));
    }

    @Test
    void billsAgainWhatStoodOnADeletedDraft() {
        var invoice = drafted();
        done(new DeleteInvoice(scene.transactions, scene.clock)
                .handle(a(Role.FINANCE), new DeleteInvoice.Command(invoice.id(), OptionalLong.of(1)), Terms.usual()));

        assertEquals(1, done(draft(MARCH)).thing().lines().size());
    }

    @Test
    void numbersInvoicesWithoutAGapWhateverIsRefusedOrOnlyValidated() {
        var first = drafted();
        var second = drafted();
        done(order(first, new InvoiceOrder.Issue(), new Terms<>(true, Sync.ACCEPTED, Optional.empty())));
        assertEquals("RZ/25-26/000001", number(done(order(first, new InvoiceOrder.Issue()))));
        assertEquals(List.of("MOVE_NOT_PERMITTED"), codes(order(first, new InvoiceOrder.Issue())));

        assertEquals("RZ/25-26/000002", number(done(order(second, new InvoiceOrder.Issue()))));
    }

    @Test
    void refusesToIssueToACompanyWithoutAGstin() {
        var plain = scene.company();
        scene.published(plain, 1);
        var invoice = done(draft(a(Role.FINANCE), plain, MARCH)).thing();

        assertEquals(
                List.of("GSTIN_MISSING", "PLACE_OF_SUPPLY_MISSING"), codes(order(invoice, new InvoiceOrder.Issue())));
    }

    @Test
    void takesPaymentsUpToTheBalance() {
        var invoice = issued();
        done(order(invoice, new InvoiceOrder.RecordPayment(Money.inr("88.82"), "UTR-1")));
        assertEquals(
                List.of("AMOUNT_OVER_BALANCE"),
                codes(order(invoice, new InvoiceOrder.RecordPayment(Money.inr("500.01"), "UTR-2"))));
        var paid = done(order(invoice, new InvoiceOrder.RecordPayment(Money.inr("500.00"), "UTR-3")));

        assertEquals(InvoiceState.Kind.PAID, paid.thing().state().kind());
        assertEquals(Money.inr("0"), paid.thing().balance());
    }

    @Test
    void creditsAllUnderANumberOfItsOwn() {
        var credited = done(order(issued(), new InvoiceOrder.Credit(List.of(), "wrong month")));

        assertEquals(InvoiceState.Kind.CREDITED, credited.thing().state().kind());
        assertEquals(
                "RC/25-26/000001",
                credited.thing().creditNotes().getFirst().number().value());
        assertEquals(Optional.of("wrong month"), credited.lines().getFirst().reason());
    }

    @Test
    void creditsALineOnceAndThenAllThatAreLeft() {
        scene.published(company, 1);
        var invoice = issued();
        done(order(invoice, new InvoiceOrder.Credit(List.of(1), "wrong month")));
        assertEquals(List.of("LINE_CREDITED"), codes(order(invoice, new InvoiceOrder.Credit(List.of(1), "again"))));
        var rest = done(order(invoice, new InvoiceOrder.Credit(List.of(), "wrong month")));

        assertEquals(InvoiceState.Kind.CREDITED, rest.thing().state().kind());
        assertEquals(1, rest.thing().creditNotes().getLast().lines().size());
    }

    @Test
    void creditsNoLineThatTheInvoiceDoesNotHave() {
        var invoice = issued();

        assertThrows(InvalidValues.class, () -> order(invoice, new InvoiceOrder.Credit(List.of(2), "typo")));
    }

    @Test
    void showsInvoicesToTheirCompanyAndToFinance() {
        var invoice = issued();
        var view = new ViewInvoice(scene.transactions, scene.clock);

        assertEquals(
                invoice.id(),
                done(view.handle(Scene.recruiter(company), invoice.id()))
                        .thing()
                        .id());
        assertEquals(
                new Answer.Denied<>(Verdict.HIDDEN), view.handle(Scene.recruiter(new CompanyId(404)), invoice.id()));
        assertEquals(
                1,
                listed(Scene.recruiter(company), Optional.empty(), Optional.empty())
                        .size());
        assertEquals(
                0,
                listed(Scene.recruiter(new CompanyId(404)), Optional.empty(), Optional.empty())
                        .size());
        assertEquals(
                new Answer.Denied<>(Verdict.HIDDEN),
                list.handle(
                        Scene.recruiter(new CompanyId(404)),
                        new ListInvoices.Command(
                                Optional.of(company), Optional.empty(), Optional.empty(), Optional.empty(), 10)));
    }

    @Test
    void listsAsOverdueWhatIsUnpaidAfterItsDay() {
        issued();
        assertEquals(0, overdue(true));
        assertEquals(1, overdue(false));
        scene.clock.forward(Duration.ofDays(31));

        assertEquals(1, overdue(true));
        assertEquals(0, overdue(false));
    }

    private int overdue(boolean late) {
        return listed(a(Role.FINANCE), Optional.of(company), Optional.of(late)).size();
    }

    @Test
    void takesNoMoneyInAnotherCurrency() {
        var invoice = issued();
        var dollars = new Money(new BigDecimal("5"), Currency.getInstance("USD"));
        var refused = assertThrows(
                InvalidValues.class, () -> order(invoice, new InvoiceOrder.RecordPayment(dollars, "UTR-9")));

        assertEquals("/currency", refused.faults().getFirst().pointer());
    }

    private List<Invoice> listed(Identity who, Optional<CompanyId> of, Optional<Boolean> overdue) {
        return done(list.handle(who, new ListInvoices.Command(of, Optional.empty(), overdue, Optional.empty(), 10)));
    }

    private Invoice drafted() {
        scene.published(company, 1);
        return done(draft(MARCH)).thing();
    }

    private Invoice issued() {
        return done(order(drafted(), new InvoiceOrder.Issue())).thing();
    }

    private Answer<Changed<Invoice>> draft(YearMonth period) {
        return draft(a(Role.FINANCE), company, period);
    }

    private Answer<Changed<Invoice>> draft(Identity who, CompanyId of, YearMonth period) {
        return new DraftInvoice(scene.transactions, scene.clock, PriceList.USUAL)
                .handle(who, new DraftInvoice.Command(of, period), Terms.usual());
    }

    private Answer<Changed<Invoice>> order(Invoice invoice, InvoiceOrder order) {
        return order(invoice, order, Terms.usual());
    }

    private Answer<Changed<Invoice>> order(Invoice invoice, InvoiceOrder order, Terms<Changed<Invoice>> terms) {
        return new MoveInvoice(scene.transactions, scene.clock, PriceList.USUAL)
                .handle(
                        a(Role.FINANCE),
                        new MoveInvoice.Command(invoice.id(), order, Optional.empty(), OptionalLong.empty()),
                        terms);
    }

    private static String number(Changed<Invoice> changed) {
        return changed.thing().state().issued().orElseThrow().number().value();
    }
}
