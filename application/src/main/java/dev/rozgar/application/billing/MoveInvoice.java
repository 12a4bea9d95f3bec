package dev.rozgar.application.billing;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.BillingDesk.Counter;
import dev.rozgar.application.change.BillingDesk.Series;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.billing.FinancialYear;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.billing.InvoiceNumber;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.billing.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Moves an invoice from one state to another. The number of a new document is drawn with the locks; whoever is
/// refused gives it back at once, so that none is ever missing.
public final class MoveInvoice {
    private final Transactions transactions;
    private final Clock clock;
    private final PriceList prices;

    public MoveInvoice(Transactions transactions, Clock clock, PriceList prices) {
        this.transactions = transactions;
        this.clock = clock;
        this.prices = prices;
    }

    /// @param from    the state that the caller has seen, if it says so
    /// @param version that the caller has seen, if it says so
    public record Command(InvoiceId id, InvoiceOrder order, Optional<InvoiceState.Kind> from, OptionalLong version) {}

    /// Throws [InvalidValues] on money in another currency, and on lines that the invoice does not have.
    public Answer<Changed<Invoice>> handle(Identity who, Command command, Terms<Changed<Invoice>> terms) {
        var now = clock.instant();
        var approach = new Approach(who, Right.of(command.order().trigger()), command.version(), command.from());
        var day = BoardDay.of(now);
        return transactions.run(
                terms,
                space -> approach.to(
                        () -> InvoiceWrite.find(space, command.id(), now, counter(command.order(), day)),
                        () -> false,
                        stand -> {
                            var move = move(stand.thing(), command.order(), day);
                            return switch (stand.thing().invoice().move(move, now)) {
                                case Accepted<Invoice> yes ->
                                    Answer.Done.accepted(InvoiceWrite.write(space, yes, who, reason(move)));
                                case Decision.Refused<Invoice>(var reasons) -> stand.refused(reasons);
                            };
                        }));
    }

    /// New documents are numbered.
    private static Optional<Counter> counter(InvoiceOrder order, LocalDate day) {
        var year = FinancialYear.of(day);
        return switch (order) {
            case InvoiceOrder.Issue _ -> Optional.of(new Counter(Series.INVOICE, year));
            case InvoiceOrder.Credit _ -> Optional.of(new Counter(Series.CREDIT_NOTE, year));
            case InvoiceOrder.RecordPayment _, InvoiceOrder.WriteOff _, InvoiceOrder.MarkVoid _ -> Optional.empty();
        };
    }

    private InvoiceMove move(InvoiceWrite.Bill bill, InvoiceOrder order, LocalDate day) {
        var year = FinancialYear.of(day);
        return switch (order) {
            case InvoiceOrder.Issue _ ->
                new InvoiceMove.Issue(
                        InvoiceNumber.invoice(year, bill.number()), bill.customer(), day.plusDays(prices.days()));
            case InvoiceOrder.RecordPayment(var amount, String reference) -> payment(bill.invoice(), amount, reference);
            case InvoiceOrder.WriteOff(String reason) -> new InvoiceMove.WriteOff(reason);
            case InvoiceOrder.MarkVoid(String reason) -> new InvoiceMove.MarkVoid(reason);
            case InvoiceOrder.Credit(var lines, String reason) ->
                new InvoiceMove.Credit(
                        InvoiceNumber.creditNote(year, bill.number()), credited(bill.invoice(), lines), reason);
        };
    }

    private static InvoiceMove payment(Invoice invoice, Money amount, String reference) {
        var faults = new Faults();
        var currency = invoice.terms().currency();
        faults.unless(
                amount.currency().equals(currency),
                "currency",
                "CONTRADICTION",
                "must be " + currency + " as the invoice is");
        faults.raise();
        return new InvoiceMove.RecordPayment(amount, reference);
    }

    private static List<InvoiceLine> credited(Invoice invoice, List<Integer> wanted) {
        int most = invoice.lines().size();
        var faults = new Faults();
        faults.distinct("lines", wanted);
        faults.<Integer, Integer>each("lines", wanted, line -> {
            if (line < 1 || line > most) throw InvalidValues.of("UNKNOWN_VALUE", "is no line of the invoice");
            return line;
        });
        faults.raise();
        return (wanted.isEmpty() ? left(invoice) : wanted)
                .stream()
                        .map(line -> invoice.lines().get(line - 1).credited(line))
                        .toList();
    }

    /// Where none is left, all of them: the refusal then says so.
    private static List<Integer> left(Invoice invoice) {
        var all = IntStream.rangeClosed(1, invoice.lines().size()).boxed().toList();
        var left = all.stream()
                .filter(line -> !invoice.creditedLines().contains(line))
                .toList();
        return left.isEmpty() ? all : left;
    }

    private static Optional<String> reason(InvoiceMove move) {
        return switch (move) {
            case InvoiceMove.WriteOff(String reason) -> Optional.of(reason);
            case InvoiceMove.MarkVoid(String reason) -> Optional.of(reason);
            case InvoiceMove.Credit(var _, var _, String reason) -> Optional.of(reason);
            case InvoiceMove.Issue _, InvoiceMove.RecordPayment _ -> Optional.empty();
        };
    }
}
