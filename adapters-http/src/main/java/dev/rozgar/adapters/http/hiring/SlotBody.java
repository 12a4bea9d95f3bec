package dev.rozgar.adapters.http.hiring;

import dev.rozgar.application.hiring.OpenSlot;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.job.JobId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A time at which candidates are to be seen.
///
/// @param place a walk-in needs one
public record SlotBody(
        OffsetDateTime start, OffsetDateTime end, @Nullable String place, InterviewMode mode, Integer capacity) {
    OpenSlot.Command toCommand(JobId job) {
        return new OpenSlot.Command(
                job, start.toInstant(), end.toInstant(), Optional.ofNullable(place), mode, capacity);
    }
}
