package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Optional;

/// A time at which a job's employer sees candidates.
///
/// @param place    where, at most 200 characters; a walk-in needs one
/// @param capacity 1..1000 people
/// @param booked   0..`capacity`: how many are expected
public record InterviewSlot(
        InterviewSlotId id,
        JobId job,
        Instant start,
        Instant end,
        Optional<String> place,
        InterviewMode mode,
        int capacity,
        int booked) {
    public InterviewSlot {
        var faults = new Faults();
        start = faults.keep("start", start, Millis::of);
        end = faults.keep("end", end, Millis::of);
        faults.unless(start.isBefore(end), "end", "CONTRADICTION", "must be after start");
        place = faults.keep("place", place, o -> o.map(p -> Text.line(p, 200)));
        faults.unless(mode != InterviewMode.WALK_IN || place.isPresent(), "place", "REQUIRED", "a walk-in needs one");
        faults.unless(capacity >= 1 && capacity <= 1000, "capacity", "MALFORMED", "must be 1 to 1000");
        faults.unless(booked >= 0, "booked", "TOO_SMALL", "must not be negative");
        faults.unless(booked <= capacity, "capacity", "CONTRADICTION", "is below the number of people expected");
        faults.raise();
    }

    /// Places that are free.
    public int left() {
        return capacity - booked;
    }

    /// One more person is expected.
    ///
    /// @throws dev.rozgar.domain.InvalidValues when it is full
    public InterviewSlot take() {
        return with(capacity, booked + 1);
    }

    /// One person less is expected.
    ///
    /// @throws dev.rozgar.domain.InvalidValues when nobody is
    public InterviewSlot release() {
        return with(capacity, booked - 1);
    }

    /// Room for so many.
    ///
    /// @throws dev.rozgar.domain.InvalidValues when more are expected already
    public InterviewSlot resized(int places) {
        return with(places, booked);
    }

    private InterviewSlot with(int places, int expected) {
        return new InterviewSlot(id, job, start, end, place, mode, places, expected);
    }
}
