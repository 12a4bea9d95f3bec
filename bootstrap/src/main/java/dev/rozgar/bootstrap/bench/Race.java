package dev.rozgar.bootstrap.bench;

import dev.rozgar.bootstrap.terminal.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets the lanes run in turn, so that what disturbs the machine for a while disturbs all of them. Each round begins
/// one lane later and goes the other way than the one before it, A B C, B A C, C A B: else the same lane would always
/// pay for what the end of a round leaves to the engines, such as refreshes and merges, and of two that ask the same
/// the second would always find warm what the first has warmed.
final class Race {
    private static final Duration SETTLING = Duration.ofMillis(1500);

    private static final int REHEARSALS = 2;

    private final List<Lane> lanes;
    private final Runnable afterRound;

    Race(List<Lane> lanes, Runnable afterRound) {
        this.lanes = List.copyOf(lanes);
        this.afterRound = afterRound;
    }

    void warmUp() {
        try (Bar bar = Bar.open("warming up")) {
            for (int i = 0; i < lanes.size(); i++) {
                bar.step(lanes.get(i).contestant().label());
                bar.at(i, lanes.size());
                lanes.get(i).warmUp().run();
            }
            afterRound.run();
            bar.step("all in turn");
            for (int i = 0; i < REHEARSALS; i++) rehearse(i);
            bar.at(lanes.size(), lanes.size());
        }
    }

    /// Everybody once, not measured: what was compiled for one lane alone is compiled anew when another takes turns
    /// with it.
    private void rehearse(int round) {
        for (Lane lane : round(lanes, round)) {
            settle();
            var _ = lane.run();
        }
        afterRound.run();
    }

    Scores run(int rounds) {
        Scores scores = new Scores(lanes.stream().map(Lane::contestant).toList());
        try (Bar bar = Bar.open("measuring")) {
            for (int round = 0; round < rounds; round++) {
                Map<String, Run> runs = new LinkedHashMap<>();
                for (Lane lane : round(lanes, round)) {
                    settle();
                    bar.step("round " + (round + 1) + ", " + lane.contestant().label());
                    bar.at((long) round * lanes.size() + runs.size(), (long) rounds * lanes.size());
                    runs.put(lane.contestant().key(), lane.run());
                }
                scores.add(runs);
                afterRound.run();
            }
            bar.at((long) rounds * lanes.size(), (long) rounds * lanes.size());
        }
        return scores;
    }

    static <T> List<T> round(List<T> lanes, int number) {
        boolean back = number % 2 == 1;
        List<T> order = new ArrayList<>(lanes);
        Collections.rotate(order, back ? -number - 1 : -number);
        return back ? order.reversed() : order;
    }

    /// Gives the engines a moment for what the lane before has left them.
    private static void settle() {
        try {
            Thread.sleep(SETTLING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
