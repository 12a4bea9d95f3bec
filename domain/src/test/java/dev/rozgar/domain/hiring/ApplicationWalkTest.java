package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.hiring.SampleHiring.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Event;
import dev.rozgar.domain.hiring.ApplicationMove.Trigger;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
import dev.rozgar.domain.machine.Option;
import dev.rozgar.domain.machine.Walked;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Many applications for one job, moved at random: seats and places in slots stay right, and nothing comes back from
/// its end.
class ApplicationWalkTest {
    private static final Set<Trigger> ENDS = Set.of(Trigger.WITHDRAW, Trigger.REJECT, Trigger.DECLINE);

    private final Random dice = Walked.dice(this);
    private final HiringWorld world = new HiringWorld(dice);
    private final Walked<Kind, Trigger> walked = new Walked<>(ApplicationMachine.arrows());
    private final List<List<Step>> log = new ArrayList<>();

    @Test
    void holdsSeatsSlotsEndsAndHistory() {
        for (int step = 0; step < Walked.STEPS; step++) {
            world.turn();
            if (world.onTheirWay() < 12) {
                apply();
            }
            move(world.someone());
            world.check();
        }
        for (int i = 0; i < world.count(); i++) {
            replay(world.at(i), log.get(i));
        }
        walked.tookEveryArrow();
    }

    private void apply() {
        var id = new ApplicationId(world.count() + 1L);
        var now = world.now();
        var sent = new JobApplication(
                id,
                SampleHiring.JOB,
                SampleHiring.COMPANY,
                SampleHiring.letter(),
                new ApplicationState.Applied(now),
                0,
                now,
                now);
        world.add(sent);
        log.add(new ArrayList<>());
    }

    private void move(int index) {
        var application = world.at(index);
        var move = move(likelyTrigger(application));
        var facts = world.facts(application, move);
        var answer = application.move(move, world.now(), facts);
        walked.saw(
                application.state().kind(),
                move.trigger(),
                answer.then(moved -> Decision.accepted(moved.state().kind())));
        if (answer instanceof Decision.Accepted<JobApplication>(JobApplication moved, List<Event> events)) {
            assertTrue(!application.state().isTerminal(), () -> "left the end " + application.state());
            log.get(index).add(new Step(move, world.now(), facts, events));
            world.keep(index, moved);
        }
    }

    /// The log leads from the first state to the last one: by its events' names, and by its moves to the whole.
    private static void replay(JobApplication last, List<Step> steps) {
        var now = last.createdAt();
        var kind = Kind.APPLIED;
        var again = new JobApplication(
                last.id(), last.job(), last.company(), last.letter(), new ApplicationState.Applied(now), 0, now, now);
        for (var step : steps) {
            for (var event : step.events()) {
                var changed = (HiringEvent.StateChanged) event;
                assertEquals(kind, changed.from());
                kind = changed.to();
            }
            again = accepted(again.move(step.move(), step.at(), step.facts()));
        }
        assertEquals(last.state().kind(), kind);
        assertEquals(last, again);
    }

    /// Mostly something that leads on, or the walk would end in withdrawals before anybody is hired; then something
    /// with an arrow, blocked or not; then anything.
    private Trigger likelyTrigger(JobApplication application) {
        var facts = world.facts(application, new ApplicationMove.Unreject());
        var options = application.options(world.now(), facts);
        var likely = dice.nextInt(10);
        if (likely < 7) {
            return Walked.oneOf(options, dice)
                    .filter(option -> likely < 2 || (option.isPermitted() && !ENDS.contains(option.trigger())))
                    .map(Option::trigger)
                    .orElse(Trigger.VIEW);
        }
        return Trigger.values()[dice.nextInt(Trigger.values().length)];
    }

    private ApplicationMove move(Trigger trigger) {
        return switch (trigger) {
            case AUTO_SCREEN -> new ApplicationMove.AutoScreen(dice.nextInt(4) == 0 ? List.of("licence") : List.of());
            case SCHEDULE_INTERVIEW -> new ApplicationMove.ScheduleInterview(world.someSlot());
            case RESCHEDULE -> new ApplicationMove.Reschedule(world.someSlot());
            case OFFER -> {
                var today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
                var until = world.now().plus(Duration.ofHours(dice.nextInt(100) - 10L));
                yield new ApplicationMove.MakeOffer(SampleHiring.pay(), today.plusDays(dice.nextInt(5)), until);
            }
            case VIEW, SHORTLIST, NO_SHOW, ATTEND, ACCEPT, DECLINE, LAPSE, CONFIRM_JOINING, DROP ->
                ApplicationMachine.sample(trigger, world.now());
            case REJECT, UNREJECT, WITHDRAW, JOB_CLOSED -> ApplicationMachine.sample(trigger, world.now());
        };
    }

    private record Step(ApplicationMove move, Instant at, HiringFacts facts, List<Event> events) {}
}
