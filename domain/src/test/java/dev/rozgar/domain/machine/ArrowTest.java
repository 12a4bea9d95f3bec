package dev.rozgar.domain.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrowTest {
    private static final Reason FULL = new Reason("FULL", "It is full.", "Empty it.");

    @Test
    void trialsOfOneMoveMakeOneArrow() {
        assertEquals(
                List.of(new Arrow<>(Lamp.OFF, Touch.PRESS, Set.of(Lamp.DIM, Lamp.ON), Set.of("FULL"))),
                Arrow.seenIn(Stream.of(
                        tried(Decision.accepted(Lamp.ON)),
                        tried(Decision.accepted(Lamp.DIM)),
                        tried(Decision.refused(FULL)))));
    }

    @Test
    void aMoveThatNeverLeadsAnywhereIsNoArrow() {
        assertEquals(List.of(), Arrow.seenIn(Stream.of(tried(NoArrow.refused(Touch.PRESS, "lamp", Lamp.OFF)))));
    }

    @Test
    void anArrowThatWasOnlyEverGuardedIsAGapInTheTrials() {
        assertThrows(IllegalArgumentException.class, () -> Arrow.seenIn(Stream.of(tried(Decision.refused(FULL)))));
    }

    @Test
    void optionsTellWhereMovesLeadAndWhatBlocksThem() {
        List<Option<Lamp, Touch>> options = Option.among(Touch.values(), touch -> switch (touch) {
            case PRESS -> Decision.accepted(Lamp.ON);
            case TURN -> Decision.refused(FULL);
            case KICK -> NoArrow.refused(touch, "lamp", Lamp.OFF);
        });

        assertEquals(
                List.of(
                        new Option<>(Touch.PRESS, Optional.of(Lamp.ON), List.of()),
                        new Option<Lamp, Touch>(Touch.TURN, Optional.empty(), List.of(FULL))),
                options);
        assertEquals(
                List.of(true, false), options.stream().map(Option::isPermitted).toList());
    }

    @Test
    void aGuardIsNoMissingArrow() {
        assertFalse(NoArrow.answers(Decision.refused(FULL)));
    }

    private static Trial<Lamp, Touch> tried(Decision<Lamp> answer) {
        return new Trial<>(Lamp.OFF, Touch.PRESS, answer);
    }

    private enum Lamp {
        OFF,
        DIM,
        ON
    }

    private enum Touch {
        PRESS,
        TURN,
        KICK
    }
}
