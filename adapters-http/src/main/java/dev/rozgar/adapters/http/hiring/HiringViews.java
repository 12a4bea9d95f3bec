package dev.rozgar.adapters.http.hiring;

import static dev.rozgar.adapters.http.json.Absent.orNull;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.application.hiring.ListOpenings;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told of a job's seats, interview slots and questions. Public inside because JSON-B reads nothing else.
public final class HiringViews {
    private HiringViews() {}

    /// @param left places that nobody has taken
    @JsonbPropertyOrder({"id", "jobId", "start", "end", "place", "mode", "capacity", "left"})
    public record Slot(
            @Nullable Long id,
            Long jobId,
            OffsetDateTime start,
            OffsetDateTime end,
            @Nullable String place,
            InterviewMode mode,
            Integer capacity,
            Integer left) {
        static Slot of(InterviewSlot slot) {
            return new Slot(
                    slot.id().value(),
                    slot.job().value(),
                    Json.moment(slot.start()),
                    Json.moment(slot.end()),
                    orNull(slot.place(), text -> text),
                    slot.mode(),
                    slot.capacity(),
                    slot.left());
        }
    }

    /// All of them that are not over.
    public record Slots(List<Slot> items) {}

    /// @param applicationId of whoever has the seat, told to those who keep the job
    @JsonbPropertyOrder({"seat", "filled", "applicationId"})
    public record Opening(
            Integer seat, Boolean filled, @Nullable Long applicationId) {
        static Opening of(ListOpenings.Opening seen) {
            return new Opening(seen.seat().number(), seen.filled(), orNull(seen.by(), by -> by.value()));
        }
    }

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record Openings(List<Opening> items, @Nullable String next, Telling.Links links) {}

    /// @param version the job's, of which its form is a part
    @JsonbPropertyOrder({"jobId", "version"})
    public record FormReceipt(Long jobId, Long version) {}
}
