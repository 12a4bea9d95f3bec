package dev.rozgar.domain.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Judges every answer met on a random walk by the arrows that the machine claims to have, and keeps count of them.
///
/// @param <K> the states' names
/// @param <T> the moves' names
public final class Walked<K extends Enum<K>, T extends Enum<T>> {
    /// How many answers a walk asks for.
    public static final int STEPS = 10_000;

    private final List<Arrow<K, T>> arrows;
    private final Set<String> taken = new TreeSet<>();

    /// A walk that has not begun.
    public Walked(List<Arrow<K, T>> arrows) {
        this.arrows = arrows;
    }

    /// The dice of a walk: the same for every run unless `-Drozgar.seed=` says otherwise, and always told.
    public static Random dice(Object walk) {
        long seed = Long.getLong("rozgar.seed", 20_261_122);
        System.out.println(walk.getClass().getSimpleName() + " walks with -Drozgar.seed=" + seed);
        return new Random(seed);
    }

    /// One answer.
    ///
    /// @throws AssertionError when no arrow says so
    public void saw(K from, T trigger, Decision<K> answer) {
        var arrow = arrows.stream()
                .filter(a -> a.from() == from && a.trigger() == trigger)
                .findFirst();
        assertEquals(arrow.isEmpty(), NoArrow.answers(answer), () -> from + " " + trigger + " answered " + answer);
        arrow.ifPresent(known -> judge(known, answer));
    }

    /// The walk was long enough to prove something. The usual seed is; another one may miss a rare arrow.
    ///
    /// @throws AssertionError naming the arrows that it never took
    public void tookEveryArrow() {
        var ends = new TreeSet<String>();
        arrows.forEach(arrow -> arrow.to().forEach(to -> ends.add(named(arrow, to))));
        ends.removeAll(taken);
        assertEquals(Set.of(), ends, "arrows never taken");
    }

    private void judge(Arrow<K, T> arrow, Decision<K> answer) {
        switch (answer) {
            case Decision.Accepted<K> yes -> {
                assertTrue(arrow.to().contains(yes.next()), () -> arrow + " led to " + yes.next());
                taken.add(named(arrow, yes.next()));
            }
            case Decision.Refused<K>(List<Reason> reasons) -> {
                for (var reason : reasons) {
                    assertTrue(arrow.guards().contains(reason.code()), () -> arrow + " was stopped by " + reason);
                }
            }
        }
    }

    private static String named(Arrow<?, ?> arrow, Enum<?> end) {
        return arrow.from() + " " + arrow.trigger() + " " + end;
    }

    /// One of these, or nothing of an empty list.
    public static <E> Optional<E> oneOf(List<E> list, Random dice) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(dice.nextInt(list.size())));
    }
}
