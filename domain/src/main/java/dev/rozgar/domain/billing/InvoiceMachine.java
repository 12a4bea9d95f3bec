package dev.rozgar.domain.billing;

import static dev.rozgar.domain.Decision.accepted;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.billing.InvoiceMove.Trigger;
import dev.rozgar.domain.billing.InvoiceState.Kind;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.machine.Arrow;
import dev.rozgar.domain.machine.NoArrow;
import dev.rozgar.domain.machine.Option;
import dev.rozgar.domain.machine.Trial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The machine of [InvoiceState] seen from outside, by trying moves on it.
public final class InvoiceMachine {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 5, 31);
    private static final InvoiceNumber NUMBER = InvoiceNumber.invoice(new FinancialYear(2026), 1);
    private static final InvoiceNumber NOTE = InvoiceNumber.creditNote(new FinancialYear(2026), 1);
    private static final Money NOTHING = Money.inr("0");
    private static final Money TEN = Money.inr("10");
    private static final Money HUNDRED = Money.inr("100");

    private InvoiceMachine() {}

    /// Every arrow, with the guards that were seen to stand on it.
    public static List<Arrow<Kind, Trigger>> arrows() {
        return Arrow.seenIn(samples().flatMap(InvoiceMachine::trials));
    }

    /// The moves with an arrow out of that state, whatever their guards say.
    public static Set<Trigger> movesFrom(InvoiceState state) {
        var moves = EnumSet.noneOf(Trigger.class);
        for (var trigger : Trigger.values()) {
            if (!NoArrow.answers(state.on(sample(trigger, TEN), NOON, facts(HUNDRED, NOTHING, NOTHING)))) {
                moves.add(trigger);
            }
        }
        return moves;
    }

    /// Some move of that name, to try a state with.
    public static InvoiceMove sample(Trigger trigger, Money amount) {
        return switch (trigger) {
            case ISSUE -> new InvoiceMove.Issue(NUMBER, customer(Optional.of(gstin())), DUE);
            case RECORD_PAYMENT -> new InvoiceMove.RecordPayment(amount, "sample");
            case WRITE_OFF -> new InvoiceMove.WriteOff("sample");
            case VOID -> new InvoiceMove.MarkVoid("sample");
            case CREDIT -> new InvoiceMove.Credit(NOTE, List.of(credit(amount)), "sample");
        };
    }

    static List<Option<Kind, Trigger>> options(Invoice invoice, Instant now, BillingSnapshot customer) {
        var facts = invoice.facts();
        return Option.among(Trigger.values(), trigger -> {
            var move = switch (trigger) {
                case ISSUE -> new InvoiceMove.Issue(NUMBER, customer, DUE);
                case RECORD_PAYMENT, WRITE_OFF, VOID -> sample(trigger, facts.balance());
                case CREDIT -> sample(trigger, facts.total().minusOrZero(facts.credited()));
            };
            return kindOf(invoice.state().on(move, now, facts));
        });
    }

    private static Stream<Trial<Kind, Trigger>> trials(InvoiceState state) {
        return facts().filter(facts -> possible(state, facts))
                .flatMap(facts -> moves().map(move ->
                        new Trial<>(state.kind(), move.trigger(), kindOf(state.on(move, NOON, facts)))));
    }

    /// Guards that no invoice can meet would only puzzle the reader of the arrows.
    private static boolean possible(InvoiceState state, InvoiceFacts facts) {
        return switch (state) {
            case InvoiceState.Draft _ ->
                facts.paid().isZero() && facts.credited().isZero();
            case InvoiceState.Open _ -> facts.paid().isZero();
            case InvoiceState.PartiallyPaid _, InvoiceState.Paid _, InvoiceState.Uncollectible _ -> true;
            case InvoiceState.Voided _, InvoiceState.Credited _ -> true;
        };
    }

    private static Decision<Kind> kindOf(Decision<InvoiceState> answer) {
        return answer.then(next -> accepted(next.kind()));
    }

    private static Stream<InvoiceMove> moves() {
        return Stream.concat(
                Stream.of(NOTHING, TEN, HUNDRED, HUNDRED.plus(TEN))
                        .flatMap(amount -> Arrays.stream(Trigger.values()).map(trigger -> sample(trigger, amount))),
                Stream.of(
                        new InvoiceMove.Issue(NUMBER, customer(Optional.empty()), DUE),
                        new InvoiceMove.Credit(NOTE, List.of(credit(TEN).credited(1)), "sample")));
    }

    private static Stream<InvoiceFacts> facts() {
        return Stream.of(
                facts(HUNDRED, NOTHING, NOTHING),
                facts(HUNDRED, TEN, NOTHING),
                facts(HUNDRED, NOTHING, TEN),
                facts(HUNDRED, HUNDRED, NOTHING),
                new InvoiceFacts(0, false, NOTHING, NOTHING, NOTHING, Set.of()));
    }

    private static InvoiceFacts facts(Money total, Money paid, Money credited) {
        return new InvoiceFacts(1, true, total, paid, credited, credited.isZero() ? Set.of() : Set.of(1));
    }

    private static Stream<InvoiceState> samples() {
        var issue = new Issuance(NUMBER, customer(Optional.of(gstin())), NOON, DUE);
        return Stream.of(
                new InvoiceState.Draft(),
                new InvoiceState.Open(issue),
                new InvoiceState.PartiallyPaid(issue, NOON),
                new InvoiceState.Paid(issue, NOON),
                new InvoiceState.Uncollectible(issue, NOON, "sample"),
                new InvoiceState.Voided(issue, NOON, "sample"),
                new InvoiceState.Credited(issue, NOON));
    }

    /// Without tax, so that its total is the amount.
    private static InvoiceLine credit(Money amount) {
        return new InvoiceLine(
                LineKind.CREDIT,
                "998599",
                Optional.empty(),
                Optional.empty(),
                1,
                amount,
                Money.zero(amount.currency()),
                new Gst(BigDecimal.ZERO, Gst.Supply.INTRA_STATE));
    }

    private static BillingSnapshot customer(Optional<Gstin> gstin) {
        return new BillingSnapshot(new CompanyName("Sample"), gstin, Optional.empty(), gstin.map(Gstin::state));
    }

    private static Gstin gstin() {
        var fourteen = "27AAPFU0939F1Z";
        return new Gstin(fourteen + Gstin.checkDigit(fourteen));
    }
}
