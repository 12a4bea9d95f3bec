package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.hiring.SampleHiring.DAY;
import static dev.rozgar.domain.hiring.SampleHiring.JOB;
import static dev.rozgar.domain.hiring.SampleHiring.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One job with its seats, interview slots and applications, on which a random walk happens: what a store would keep.
final class HiringWorld {
    private final Random dice;
    private final Map<Seat, ApplicationId> seats = new LinkedHashMap<>();
    private final List<InterviewSlot> slots = new ArrayList<>();
    private final List<JobApplication> applications = new ArrayList<>();
    private int openings = 2;
    private JobPhase phase = JobPhase.LIVE;
    private Instant now = NOW;

    HiringWorld(Random dice) {
        this.dice = dice;
    }

    Instant now() {
        return now;
    }

    /// Time goes on, slots open, jobs end and come back, a full job grows.
    void turn() {
        now = now.plus(Duration.ofMinutes(dice.nextInt(240)));
        if (dice.nextInt(15) == 0) {
            phase = dice.nextInt(2) == 0 ? JobPhase.values()[dice.nextInt(3)] : JobPhase.LIVE;
        }
        if (dice.nextInt(10) == 0) {
            openings = Math.max(seats.size(), 1) + dice.nextInt(2);
        }
        while (slots.size() < 2 || latestStart().isBefore(now)) {
            var id = new InterviewSlotId(slots.size() + 1);
            var start = now.plus(Duration.ofMinutes(1 + dice.nextInt(4000)));
            slots.add(new InterviewSlot(id, JOB, start, start.plus(DAY), Optional.empty(), InterviewMode.PHONE, 1, 0));
        }
    }

    void add(JobApplication application) {
        applications.add(application);
    }

    int count() {
        return applications.size();
    }

    long onTheirWay() {
        return applications.stream().filter(a -> !a.state().isTerminal()).count();
    }

    /// Mostly somebody whose way has not ended.
    int someone() {
        var onTheirWay = IntStream.range(0, applications.size())
                .filter(i -> !applications.get(i).state().isTerminal())
                .boxed()
                .toList();
        return dice.nextInt(10) == 0
                ? dice.nextInt(applications.size())
                : onTheirWay.get(dice.nextInt(onTheirWay.size()));
    }

    JobApplication at(int index) {
        return applications.get(index);
    }

    /// A slot of the last few, or one that does not exist.
    InterviewSlotId someSlot() {
        return new InterviewSlotId(Math.max(1, slots.size() + 1 - dice.nextInt(4)));
    }

    HiringFacts facts(JobApplication application, ApplicationMove move) {
        return new HiringFacts(
                phase,
                freeSeat(),
                dice.nextInt(8) > 0,
                application.slotFor(move).flatMap(this::slot).filter(_ -> dice.nextInt(20) > 0),
                dice.nextInt(40) == 0,
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /// Keeps what moved, and takes and frees what its state holds.
    void keep(int index, JobApplication moved) {
        var before = applications.set(index, moved).state();
        before.heldSlot().flatMap(this::slot).ifPresent(slot -> keep(slot.release()));
        moved.state().heldSlot().flatMap(this::slot).ifPresent(slot -> keep(slot.take()));
        before.heldSeat().ifPresent(seats::remove);
        moved.state()
                .heldSeat()
                .ifPresent(seat -> assertNull(seats.put(seat, moved.id()), () -> seat + " is taken twice"));
    }

    /// Each seat and each place has the holder that says so, and there are never more than there should be.
    void check() {
        assertTrue(seats.size() <= openings, () -> seats.size() + " people on " + openings + " seats");
        for (var application : applications) {
            application.state().heldSeat().ifPresent(seat -> assertEquals(application.id(), seats.get(seat)));
        }
        assertEquals(
                seats.size(),
                applications.stream()
                        .filter(a -> a.state().heldSeat().isPresent())
                        .count());
        var expected = applications.stream()
                .flatMap(a -> a.state().heldSlot().stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        for (var slot : slots) {
            assertEquals(expected.getOrDefault(slot.id(), 0L), slot.booked(), slot::toString);
        }
    }

    private Optional<InterviewSlot> slot(InterviewSlotId id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).findFirst();
    }

    private void keep(InterviewSlot changed) {
        slots.set((int) changed.id().value() - 1, changed);
    }

    private Optional<Seat> freeSeat() {
        for (int number = 1; number <= openings && seats.size() < openings; number++) {
            if (!seats.containsKey(new Seat(number))) {
                return Optional.of(new Seat(number));
            }
        }
        return Optional.empty();
    }

    private Instant latestStart() {
        return slots.getLast().start();
    }
}
