package dev.rozgar.application.change;

import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.JobApplication;
import java.util.List;

/// Applications that end with their job, and the interview slots that they hold; all locked.
///
/// @param open  in the order of their ids
/// @param slots in the order of their ids
public record Ending(List<JobApplication> open, List<InterviewSlot> slots) {
    public Ending {
        open = List.copyOf(open);
        slots = List.copyOf(slots);
    }
}
