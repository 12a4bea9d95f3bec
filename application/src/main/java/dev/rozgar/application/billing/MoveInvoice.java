package dev.rozgar.application.billing;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.BillingDesk.Series;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Moves an invoice from one state to another. A number is drawn only for a move that is sure to come through: whoever
/// draws one holds up everybody else until the commit.
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
        return transactions.run(
                terms,
                space -> approach.to(() -> InvoiceWrite.find(space, command.id(), now), () -> false, stand -> {
                    var invoice = stand.thing().invoice();
                    var day = BoardDay.of(now);
                    var tried = invoice.move(move(stand.thing(), command.order(), day, 1), now);
                    return switch (tried) {
                        case Decision.Refused<Invoice>(var reasons) -> stand.refused(reasons);
                        case Accepted<Invoice> _ -> {
                            long number = number(space, command.order(), day);
                            var move = move(stand.thing(), command.order(), day, number);
                            yield switch (invoice.move(move, now)) {
                                case Accepted<Invoice> yes ->
                                    Answer.Done.accepted(InvoiceWrite.write(space, yes, who, reason(move)));
                                case Decision.Refused<Invoice>(var reasons) -> stand.refused(reasons);
                            };
                        }
                    };
                }));
    }

    private static long number(Workspace space, InvoiceOrder order, LocalDate day) {
        var year = FinancialYear.of(day);
        return switch (order) {
            case InvoiceOrder.Issue _ -> space.billing().nextNumber(Series.INVOICE, year);
            case InvoiceOrder.Credit _ -> space.billing().nextNumber(Series.CREDIT_NOTE, year);
            case InvoiceOrder.RecordPayment _, InvoiceOrder.WriteOff _, InvoiceOrder.MarkVoid _ -> 0;
        };
    }

    private InvoiceMove move(InvoiceWrite.Bill bill, InvoiceOrder order, LocalDate day, long number) {
        var year = FinancialYear.of(day);
        return switch (order) {
            case InvoiceOrder.Issue _ ->
                new InvoiceMove.Issue(
                        InvoiceNumber.invoice(year, number), bill.customer(), day.plusDays(prices.days()));
            case InvoiceOrder.RecordPayment(var amount, String reference) ->
                new InvoiceMove.RecordPayment(amount, reference);
            case InvoiceOrder.WriteOff(String reason) -> new InvoiceMove.WriteOff(reason);
            case InvoiceOrder.MarkVoid(String reason) -> new InvoiceMove.MarkVoid(reason);
            case InvoiceOrder.Credit(var lines, String reason) ->
                new InvoiceMove.Credit(InvoiceNumber.creditNote(year, number), credited(bill.invoice(), lines), reason);
        };
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
        var chosen = wanted.isEmpty() ? IntStream.rangeClosed(1, most).boxed().toList() : wanted;
        return chosen.stream()
                .map(line -> invoice.lines().get(line - 1).credited())
                .toList();
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
