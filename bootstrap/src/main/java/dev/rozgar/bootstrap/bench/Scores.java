package dev.rozgar.bootstrap.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The runs of all contestants, round by round, and what follows from them.
///
/// Ratios are formed within a round, where both sides met the same machine in the same mood, and then their
/// median is taken.
public final class Scores {
    private final List<Contestant> contestants;
    private final List<Map<String, Run>> rounds = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    Scores(List<Contestant> contestants) {
        this.contestants = List.copyOf(contestants);
    }

    List<Contestant> contestants() {
        return contestants;
    }

    /// One run for each round, in order.
    List<Run> runs(Contestant contestant) {
        return IntStream.range(0, rounds.size())
                .mapToObj(round -> run(round, contestant.key()))
                .toList();
    }

    /// Every contestant has run once more.
    void add(Map<String, Run> round) {
        for (Contestant contestant : contestants) {
            if (!round.containsKey(contestant.key()))
                throw new IllegalArgumentException("a round without " + contestant.key());
        }
        rounds.add(new LinkedHashMap<>(round));
    }

    /// Something besides the runs themselves makes the scores worthless.
    void doubt(String why) {
        doubts.add(why);
    }

    Spread perSecond(Contestant contestant) {
        return spread(contestant, Run::perSecond);
    }

    Spread p50(Contestant contestant) {
        return spread(contestant, Run::p50);
    }

    Spread p95(Contestant contestant) {
        return spread(contestant, Run::p95);
    }

    Optional<Spread> ofLimit(Contestant contestant) {
        return contestant.limit().map(limit -> ratio(contestant.key(), limit, Run::perSecond));
    }

    Optional<Spread> ofBaseline(Contestant contestant) {
        return contestant.baseline().map(baseline -> ratio(contestant.key(), baseline, Run::perSecond));
    }

    /// How many times as long as the limit half of its answers take.
    Optional<Spread> timesLimit(Contestant contestant) {
        return contestant.limit().map(limit -> ratio(contestant.key(), limit, Run::p50));
    }

    /// Empty where there is no target.
    Optional<Boolean> reachesTarget(Contestant contestant) {
        return contestant.target().flatMap(target -> switch (target) {
            case Target.Share(double least) -> ofLimit(contestant).map(share -> share.median() >= least);
            case Target.Answer(double millis) -> Optional.of(p95(contestant).median() <= millis);
            case Target.Rate(double least) -> Optional.of(perSecond(contestant).median() >= least);
            case Target.Times(double most) -> timesLimit(contestant).map(times -> times.median() <= most);
        });
    }

    /// Why these scores must not be used, each fault with its round and contestant; empty if they may.
    List<String> faults() {
        List<String> faults = new ArrayList<>(doubts);
        for (int i = 0; i < rounds.size(); i++) {
            String place = "round " + (i + 1) + ", ";
            for (Contestant contestant : contestants) {
                run(i, contestant.key())
                        .faults()
                        .forEach(fault -> faults.add(place + contestant.label() + ": " + fault));
            }
        }
        return faults;
    }

    private Spread spread(Contestant contestant, ToDoubleFunction<Run> value) {
        return Spread.of(runs(contestant).stream().map(value::applyAsDouble).toList());
    }

    private Spread ratio(String key, String other, ToDoubleFunction<Run> value) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            double divisor = value.applyAsDouble(run(i, other));
            ratios.add(divisor == 0 ? Double.NaN : value.applyAsDouble(run(i, key)) / divisor);
        }
        return Spread.of(ratios);
    }

    private Run run(int round, String key) {
        Run run = rounds.get(round).get(key);
        if (run == null) throw new IllegalArgumentException("nobody is called " + key);
        return run;
    }
}
