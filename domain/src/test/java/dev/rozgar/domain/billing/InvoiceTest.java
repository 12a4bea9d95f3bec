package dev.rozgar.domain.billing;

import static dev.rozgar.domain.billing.SampleInvoices.DUE;
import static dev.rozgar.domain.billing.SampleInvoices.ISSUED;
import static dev.rozgar.domain.billing.SampleInvoices.KARNATAKA;
import static dev.rozgar.domain.billing.SampleInvoices.MAHARASHTRA;
import static dev.rozgar.domain.billing.SampleInvoices.NOTE;
import static dev.rozgar.domain.billing.SampleInvoices.NOW;
import static dev.rozgar.domain.billing.SampleInvoices.NUMBER;
import static dev.rozgar.domain.billing.SampleInvoices.accepted;
import static dev.rozgar.domain.billing.SampleInvoices.codes;
import static dev.rozgar.domain.billing.SampleInvoices.credit;
import static dev.rozgar.domain.billing.SampleInvoices.customer;
import static dev.rozgar.domain.billing.SampleInvoices.draft;
import static dev.rozgar.domain.billing.SampleInvoices.issue;
import static dev.rozgar.domain.billing.SampleInvoices.line;
import static dev.rozgar.domain.billing.SampleInvoices.open;
import static dev.rozgar.domain.billing.SampleInvoices.pay;
import static dev.rozgar.domain.billing.SampleInvoices.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Refusal;
import dev.rozgar.domain.billing.InvoiceMove.Trigger;
import dev.rozgar.domain.billing.InvoiceState.Kind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.machine.Option;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InvoiceTest {
    @Test
    void issuingFreezesNumberAndCustomer() {
        assertEquals(
                new Decision.Accepted<InvoiceState>(
                        new InvoiceState.Open(ISSUED),
                        List.of(new InvoiceEvent.StateChanged(
                                new InvoiceId(1), Trigger.ISSUE, Kind.DRAFT, Kind.OPEN, NOW))),
                draft(line("100")).move(issue(), NOW).then(next -> Decision.accepted(next.state())));
    }

    @Test
    void everyReasonAgainstIssuingIsNamed() {
        var nowhere = new InvoiceTerms(YearMonth.of(2026, 4), SampleInvoices.INR, MAHARASHTRA, Optional.empty());
        var empty = accepted(Invoice.draft(new InvoiceId(1), new CompanyId(1), nowhere, NOW));
        assertEquals(
                List.of("NO_LINES", "TOTAL_NOT_POSITIVE", "GSTIN_MISSING", "PLACE_OF_SUPPLY_MISSING"),
                codes(empty.move(new InvoiceMove.Issue(NUMBER, SampleInvoices.unregistered(), DUE), NOW)));
    }

    @Test
    void theLastPaymentPaysIt() {
        var part = accepted(open().move(pay("100"), NOW));
        var paid = accepted(part.move(pay("18"), NOW));
        assertEquals(
                List.of(Kind.PARTIALLY_PAID, Kind.PAID),
                List.of(part.state().kind(), paid.state().kind()));
        assertEquals(List.of(Money.inr("18"), Money.inr("0")), List.of(part.balance(), paid.balance()));
    }

    @Test
    void nothingIsPaidBeyondTheBalance() {
        assertEquals(List.of("AMOUNT_OVER_BALANCE"), codes(open().move(pay("118.01"), NOW)));
        assertEquals(List.of("AMOUNT_NOT_POSITIVE"), codes(open().move(pay("0"), NOW)));
    }

    @Test
    void moneyMayComeAfterItWasWrittenOff() {
        var lost = accepted(open().move(new InvoiceMove.WriteOff("Company is gone"), NOW));
        assertEquals(Kind.PAID, accepted(lost.move(pay("118"), NOW)).state().kind());
    }

    @Test
    void aPartCreditChangesTheBalanceAndNotTheState() {
        var credited = accepted(open().move(credit("50"), NOW));
        assertEquals(Kind.OPEN, credited.state().kind());
        assertEquals(Money.inr("59"), credited.credited());
        assertEquals(Money.inr("59"), credited.balance());
    }

    @Test
    void aFullCreditBeforeAnyPaymentCreditsIt() {
        assertEquals(
                Kind.CREDITED, accepted(open().move(credit("100"), NOW)).state().kind());
    }

    @Test
    void aCreditOfWhatWasLeftAfterAPaymentPaysIt() {
        var part = accepted(open().move(pay("59"), NOW));
        var settled = accepted(part.move(credit("50"), NOW));
        assertEquals(Kind.PAID, settled.state().kind());
        assertEquals(List.of(Money.inr("0"), Money.inr("0")), List.of(settled.balance(), settled.refundable()));
    }

    @Test
    void aCreditAfterThePaymentIsToBePaidBack() {
        var credited = accepted(accepted(open().move(pay("118"), NOW)).move(credit("50"), NOW));
        assertEquals(Kind.PAID, credited.state().kind());
        assertEquals(Money.inr("59"), credited.refundable());
    }

    @Test
    void noMoreIsCreditedThanWasBilled() {
        var half = accepted(open().move(credit("50"), NOW));
        assertEquals(List.of("CREDIT_OVER_TOTAL"), codes(half.move(credit("50.01"), NOW)));
    }

    @Test
    void aLineIsCreditedOnce() {
        var two = accepted(draft(line("100"), line("100")).move(issue(), NOW));
        var first = new InvoiceMove.Credit(NOTE, List.of(line("100").credited(1)), "Charged twice");
        var second = new InvoiceMove.Credit(NOTE, List.of(line("100").credited(2)), "Charged twice");
        var once = accepted(two.move(first, NOW));

        assertEquals(Set.of(1), once.creditedLines());
        assertEquals(List.of("LINE_CREDITED"), codes(once.move(first, NOW)));
        assertEquals(Kind.CREDITED, accepted(once.move(second, NOW)).state().kind());
    }

    @Test
    void onlyAnUntouchedInvoiceIsVoided() {
        var cancel = new InvoiceMove.MarkVoid("Sent twice");
        var voided = accepted(open().move(cancel, NOW));
        assertEquals(Money.inr("0"), voided.balance());
        assertEquals(Optional.of(ISSUED), voided.state().issued());
        var credited = accepted(open().move(credit("50"), NOW));
        assertEquals(List.of("CREDIT_RECORDED"), codes(credited.move(cancel, NOW)));
        var paid = accepted(accepted(open().move(pay("1"), NOW)).move(new InvoiceMove.WriteOff("Gone"), NOW));
        assertEquals(List.of("PAYMENT_RECORDED"), codes(paid.move(cancel, NOW)));
    }

    @Test
    void onlyADraftCanBeEditedOrDeleted() {
        assertEquals(List.of("NOT_EDITABLE"), codes(open().plusLine(line("1"), NOW)));
        assertEquals(List.of("NOT_DELETABLE"), codes(open().delete(NOW)));
        assertEquals(
                List.of(new InvoiceEvent.Deleted(new InvoiceId(1), NOW)),
                ((Decision.Accepted<Invoice>) draft().delete(NOW)).events());
    }

    @Test
    void anotherPlaceOfSupplySplitsTheTaxAnew() {
        var intra = draft(line("100"));
        var inter = accepted(intra.withTerms(terms(KARNATAKA), NOW));
        assertEquals(Money.inr("9"), intra.lines().getFirst().cgst());
        assertEquals(Money.inr("18"), inter.lines().getFirst().igst());
        assertEquals(Money.inr("0"), inter.lines().getFirst().cgst());
    }

    @Test
    void linesTakeTheSplitOfTheirInvoice() {
        var added = accepted(draft().plusLine(line(1, "100", "0", Gst.Supply.INTER_STATE), NOW));
        assertEquals(Money.inr("9"), added.lines().getFirst().sgst());
    }

    @Test
    void isOverdueFromTheDayAfterItsLastDayWhileSomethingIsToBePaid() {
        assertFalse(open().isOverdue(DUE));
        assertTrue(open().isOverdue(DUE.plusDays(1)));
        assertFalse(accepted(open().move(pay("118"), NOW)).isOverdue(DUE.plusDays(1)));
        assertFalse(draft(line("100")).isOverdue(DUE.plusDays(1)));
    }

    @Test
    void optionsThinkOfTheWholeBalance() {
        var options = open().options(NOW, customer()).stream()
                .collect(Collectors.toMap(Option::trigger, option -> option.to().orElseThrow()));
        assertEquals(
                Map.of(
                        Trigger.RECORD_PAYMENT, Kind.PAID,
                        Trigger.WRITE_OFF, Kind.UNCOLLECTIBLE,
                        Trigger.VOID, Kind.VOID,
                        Trigger.CREDIT, Kind.CREDITED),
                options);
    }

    @Test
    void aRowThatCannotBeIsRefused() {
        var note = new CreditNote(NOTE, List.of(line("1").credited(1)), NOW, "Charged twice");
        var credits = List.of(line("1").credited(1));
        assertEquals(
                List.of(
                        "/version TOO_SMALL",
                        "/lines NOT_ALLOWED",
                        "/lines CONTRADICTION",
                        "/credit_notes CONTRADICTION",
                        "/payments CONTRADICTION"),
                Refusal.of(() -> new Invoice(
                        new InvoiceId(1),
                        new CompanyId(1),
                        terms(KARNATAKA),
                        credits,
                        new InvoiceState.Draft(),
                        List.of(),
                        List.of(note),
                        -1,
                        NOW,
                        NOW)));
    }
}
