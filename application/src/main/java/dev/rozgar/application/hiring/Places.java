package dev.rozgar.application.hiring;

import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The interview slots that a move may take or free, locked in the order of their ids.
record Places(
        Optional<InterviewSlotId> held, Optional<InterviewSlot> asked, Map<InterviewSlotId, InterviewSlot> slots) {

    static Places lock(HiringDesk desk, JobApplication application, ApplicationMove move) {
        var held = application.state().heldSlot();
        var asked = application.slotFor(move);
        var slots = new HashMap<InterviewSlotId, InterviewSlot>();
        Stream.of(held, asked)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparingLong(InterviewSlotId::value))
                .forEach(id -> desk.lockSlot(id).ifPresent(slot -> slots.put(id, slot)));
        return new Places(held, asked.flatMap(id -> Optional.ofNullable(slots.get(id))), slots);
    }

    /// Saves what differs after the move.
    void write(HiringDesk desk, ApplicationState after) {
        var holds = after.heldSlot();
        if (Objects.equals(held, holds)) return;
        held.flatMap(this::slot).map(InterviewSlot::release).ifPresent(desk::save);
        holds.flatMap(this::slot).map(InterviewSlot::take).ifPresent(desk::save);
    }

    private Optional<InterviewSlot> slot(InterviewSlotId id) {
        return Optional.ofNullable(slots.get(id));
    }
}
