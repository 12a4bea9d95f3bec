package dev.rozgar.domain.billing;

import static dev.rozgar.domain.billing.SampleInvoices.ISSUED;
import static dev.rozgar.domain.billing.SampleInvoices.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.billing.InvoiceMove.Trigger;
import dev.rozgar.domain.billing.InvoiceState.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole table of the machine, walked pair by pair: ten of a hundred are paid or credited. The columns are the
/// moves
/// in their order: ISSUE, RECORD_PAYMENT, WRITE_OFF, VOID, CREDIT.
class InvoiceStateTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "|",
            value = {
                "DRAFT          | OPEN - - - -",
                "OPEN           | - PARTIALLY_PAID UNCOLLECTIBLE VOID OPEN",
                "PARTIALLY_PAID | - PARTIALLY_PAID UNCOLLECTIBLE - PARTIALLY_PAID",
                "PAID           | - - - - PAID",
                "UNCOLLECTIBLE  | - PARTIALLY_PAID - VOID -",
                "VOID           | - - - - -",
                "CREDITED       | - - - - -"
            })
    void everyMoveFromEveryStateLeadsWhereTheTableSays(Kind from, String row) {
        var expected = List.of(row.split(" +"));
        assertEquals(
                expected,
                Arrays.stream(Trigger.values())
                        .map(trigger -> reached(from, trigger))
                        .toList());
        assertEquals(
                Arrays.stream(Trigger.values())
                        .filter(trigger -> !expected.get(trigger.ordinal()).equals("-"))
                        .collect(Collectors.toSet()),
                InvoiceMachine.movesFrom(state(from)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void statesBearTheirName(Kind kind) {
        assertEquals(kind, state(kind).kind());
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void movesBearTheirName(Trigger trigger) {
        assertEquals(trigger, InvoiceMachine.sample(trigger, Money.inr("10")).trigger());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everythingButADraftKeepsWhatItWasIssuedWith(Kind kind) {
        assertEquals(
                kind == Kind.DRAFT ? Optional.empty() : Optional.of(ISSUED),
                state(kind).issued());
    }

    @Test
    void nothingLeadsOutOfVoidAndCredited() {
        assertEquals(
                Set.of(Kind.VOID, Kind.CREDITED),
                Arrays.stream(Kind.values())
                        .filter(kind -> state(kind).isTerminal())
                        .collect(Collectors.toSet()));
    }

    private static String reached(Kind from, Trigger trigger) {
        var none = Money.inr("0");
        var facts = new InvoiceFacts(1, true, Money.inr("100"), none, none, Set.of());
        return switch (state(from).on(InvoiceMachine.sample(trigger, Money.inr("10")), NOW, facts)) {
            case Decision.Accepted<InvoiceState> yes -> yes.next().kind().name();
            case Decision.Refused<InvoiceState> no -> {
                assertEquals(List.of("MOVE_NOT_PERMITTED"), SampleInvoices.codes(no));
                yield "-";
            }
        };
    }

    private static InvoiceState state(Kind kind) {
        return switch (kind) {
            case DRAFT -> new InvoiceState.Draft();
            case OPEN -> new InvoiceState.Open(ISSUED);
            case PARTIALLY_PAID -> new InvoiceState.PartiallyPaid(ISSUED, NOW);
            case PAID -> new InvoiceState.Paid(ISSUED, NOW);
            case UNCOLLECTIBLE -> new InvoiceState.Uncollectible(ISSUED, NOW, "Company is gone");
            case VOID -> new InvoiceState.Voided(ISSUED, NOW, "Sent twice");
            case CREDITED -> new InvoiceState.Credited(ISSUED, NOW);
        };
    }
}
