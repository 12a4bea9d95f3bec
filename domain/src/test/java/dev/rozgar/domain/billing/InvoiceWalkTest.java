package dev.rozgar.domain.billing;

import static dev.rozgar.domain.billing.SampleInvoices.DUE;
import static dev.rozgar.domain.billing.SampleInvoices.KARNATAKA;
import static dev.rozgar.domain.billing.SampleInvoices.MAHARASHTRA;
import static dev.rozgar.domain.billing.SampleInvoices.NOW;
import static dev.rozgar.domain.billing.SampleInvoices.accepted;
import static dev.rozgar.domain.billing.SampleInvoices.customer;
import static dev.rozgar.domain.billing.SampleInvoices.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Event;
import dev.rozgar.domain.billing.InvoiceMove.Trigger;
import dev.rozgar.domain.billing.InvoiceState.Kind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.machine.Walked;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Invoices moved at random, with crooked prices: money adds up to the paisa, as counted apart in whole numbers.
class InvoiceWalkTest {
    private final Random dice = Walked.dice(this);
    private final Walked<Kind, Trigger> walked = new Walked<>(InvoiceMachine.arrows());
    private int issued;

    @Test
    void holdsMoneyEndsAndHistory() {
        int steps = 0;
        for (long id = 1; steps < Walked.STEPS; id++) {
            steps += walk(new InvoiceId(id));
        }
        walked.tookEveryArrow();
    }

    private int walk(InvoiceId id) {
        var first = drafted(id);
        var book = new Book(paisa(first.lines()));
        var log = new ArrayList<Step>();
        var invoice = first;
        int steps = 0;
        for (; steps < 30; steps++) {
            var move = move(invoice);
            var answer = invoice.move(move, NOW);
            walked.saw(
                    invoice.state().kind(),
                    move.trigger(),
                    answer.then(next -> Decision.accepted(next.state().kind())));
            if (answer instanceof Decision.Accepted<Invoice>(Invoice next, List<Event> events)) {
                assertFalse(invoice.state().isTerminal(), "left its end");
                book.write(move);
                log.add(new Step(move, events));
                invoice = next;
            }
            book.check(invoice);
        }
        replay(first, log, invoice);
        return steps;
    }

    private static void replay(Invoice first, List<Step> log, Invoice last) {
        var again = first;
        for (var step : log) {
            var changed = (InvoiceEvent.StateChanged) step.events().getFirst();
            assertEquals(again.state().kind(), changed.from());
            again = accepted(again.move(step.move(), NOW));
            assertEquals(again.state().kind(), changed.to());
        }
        assertEquals(last, again);
    }

    private Invoice drafted(InvoiceId id) {
        var place = dice.nextBoolean() ? MAHARASHTRA : KARNATAKA;
        var invoice = accepted(Invoice.draft(id, new CompanyId(1), terms(place), NOW));
        for (int lines = dice.nextInt(5); lines > 0; lines--) {
            invoice = accepted(invoice.plusLine(line(), NOW));
        }
        return invoice;
    }

    private InvoiceLine line() {
        int quantity = 1 + dice.nextInt(9);
        int price = dice.nextInt(20_000);
        int discount = dice.nextInt(4) == 0 ? dice.nextInt(quantity * price + 1) : 0;
        return SampleInvoices.line(quantity, rupees(price), rupees(discount), Gst.Supply.INTRA_STATE);
    }

    private InvoiceMove move(Invoice invoice) {
        var trigger = Trigger.values()[dice.nextInt(Trigger.values().length)];
        return switch (trigger) {
            case ISSUE ->
                new InvoiceMove.Issue(
                        InvoiceNumber.invoice(new FinancialYear(2026), ++issued),
                        dice.nextInt(8) == 0 ? SampleInvoices.unregistered() : customer(),
                        DUE);
            case RECORD_PAYMENT -> new InvoiceMove.RecordPayment(some(invoice.balance()), "UPI");
            case WRITE_OFF, VOID -> InvoiceMachine.sample(trigger, Money.inr("0"));
            case CREDIT -> credit(invoice);
        };
    }

    /// All of it, a part, nothing, or more than there is.
    private Money some(Money most) {
        return switch (dice.nextInt(6)) {
            case 0 -> most;
            case 1 -> Money.inr("0");
            case 2 -> most.plus(Money.inr("0.01"));
            default -> Money.inr(rupees(dice.nextInt(1 + (int) Math.min(20_000, paisa(most)))));
        };
    }

    private InvoiceMove.Credit credit(Invoice invoice) {
        var number = InvoiceNumber.creditNote(
                new FinancialYear(2026), 1 + invoice.creditNotes().size());
        var whole = IntStream.range(0, invoice.lines().size())
                .mapToObj(i -> invoice.lines().get(i).credited(i + 1))
                .toList();
        var one = SampleInvoices.give(rupees(dice.nextInt(20_000)))
                .at(invoice.terms().supply());
        return new InvoiceMove.Credit(
                number, whole.isEmpty() || dice.nextInt(3) > 0 ? List.of(one) : whole, "Charged twice");
    }

    private static String rupees(int paisa) {
        return paisa / 100 + "." + Integer.toString(100 + paisa % 100).substring(1);
    }

    private static long paisa(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }

    /// With 18 % tax, rounded half up in whole numbers: twice 9 % within a state, once 18 % between two.
    private static long paisa(List<InvoiceLine> lines) {
        long sum = 0;
        for (var line : lines) {
            long taxable = line.quantity() * paisa(line.unitPrice()) - paisa(line.discount());
            sum += taxable
                    + switch (line.gst().supply()) {
                        case INTRA_STATE -> 2 * ((taxable * 9 + 50) / 100);
                        case INTER_STATE -> (taxable * 18 + 50) / 100;
                    };
        }
        return sum;
    }

    private record Step(InvoiceMove move, List<Event> events) {}

    /// The same invoice in whole paisa, kept without asking the invoice.
    private static final class Book {
        private final long total;
        private long paid;
        private long credited;

        Book(long total) {
            this.total = total;
        }

        void write(InvoiceMove move) {
            switch (move) {
                case InvoiceMove.RecordPayment payment -> paid += paisa(payment.amount());
                case InvoiceMove.Credit credit -> credited += paisa(credit.lines());
                case InvoiceMove.Issue _, InvoiceMove.WriteOff _, InvoiceMove.MarkVoid _ -> {}
            }
        }

        void check(Invoice invoice) {
            long balance = Math.max(0, total - paid - credited);
            boolean isVoid = invoice.state().kind() == Kind.VOID;
            assertEquals(
                    List.of(total, paid, credited, isVoid ? 0 : balance, Math.max(0, paid + credited - total)),
                    List.of(
                            paisa(invoice.total()),
                            paisa(invoice.paid()),
                            paisa(invoice.credited()),
                            paisa(invoice.balance()),
                            paisa(invoice.refundable())));
            assertEquals(paisa(invoice.total()), paisa(invoice.subtotal()) + paisa(invoice.tax()));
            switch (invoice.state().kind()) {
                case OPEN -> assertEquals(List.of(0L, true), List.of(paid, balance > 0));
                case PARTIALLY_PAID -> assertEquals(List.of(true, true), List.of(paid > 0, balance > 0));
                case PAID -> assertEquals(List.of(true, 0L), List.of(paid > 0, balance));
                case CREDITED -> assertEquals(List.of(0L, total), List.of(paid, credited));
                case UNCOLLECTIBLE -> assertEquals(true, balance > 0);
                case DRAFT, VOID -> assertEquals(List.of(0L, 0L), List.of(paid, credited));
            }
        }
    }
}
