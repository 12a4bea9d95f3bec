package dev.rozgar.application.hiring;

import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.InterviewSlot;
import java.util.Objects;
import java.util.Optional;

/// The interview slots that a move may take or free.
///
/// @param asked the one that the move asks for; empty: there is no such slot
record Places(Dossier dossier, Optional<InterviewSlot> asked) {

    static Places of(Dossier dossier, ApplicationMove move) {
        return new Places(dossier, dossier.slotFor(move));
    }

    /// Saves what differs after the move.
    void write(HiringDesk desk, ApplicationState after) {
        var held = dossier.application().state().heldSlot();
        var holds = after.heldSlot();
        if (Objects.equals(held, holds)) return;
        held.flatMap(dossier.docket()::slot).map(InterviewSlot::release).ifPresent(desk::save);
        holds.flatMap(dossier.docket()::slot).map(InterviewSlot::take).ifPresent(desk::save);
    }
}
