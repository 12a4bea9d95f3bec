package dev.rozgar.bootstrap.bench;

import dev.rozgar.bootstrap.terminal.Bar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets the lanes run in turn, A B C … A B C …, so that what disturbs the machine for a while disturbs all of them.
final class Race {
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
            bar.at(lanes.size(), lanes.size());
        }
    }

    Scores run(int rounds) {
        Scores scores = new Scores(lanes.stream().map(Lane::contestant).toList());
        try (Bar bar = Bar.open("measuring")) {
            for (int round = 0; round < rounds; round++) {
                Map<String, Run> runs = new LinkedHashMap<>();
                for (Lane lane : lanes) {
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
}
