package dev.rozgar.application.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One part of a document's score: the points of the best step that it fulfils, or [#otherwise]. Whole
/// numbers, so that every read model adds up the same.
///
/// @param steps the most points first
public record Rank(List<Step> steps, int otherwise) {
    public static final int MAX_STEPS = 64;

    /// @param condition not itself a compound of conditions
    public record Step(Filter condition, int points) {
        public Step {
            if (condition instanceof Filter.Not
                    || condition instanceof Filter.AnyOf
                    || condition instanceof Filter.Groups)
                throw new IllegalArgumentException("a step is no compound of conditions");
        }
    }

    public Rank {
        steps = List.copyOf(steps);
        if (steps.size() > MAX_STEPS) throw new IllegalArgumentException("at most " + MAX_STEPS + " steps");
        int before = Integer.MAX_VALUE;
        for (Step step : steps) {
            if (step.points() > before || step.points() <= otherwise)
                throw new IllegalArgumentException("steps fall, and each is above what is left otherwise");
            before = step.points();
        }
    }

    /// The points of the weightiest field in which any of the wordings stands.
    ///
    /// @param required whether every document has one of them somewhere, so that this need not be asked
    public static Rank ofWords(List<Wording> any, boolean required) {
        int least = any.stream().mapToInt(Wording::worth).min().orElseThrow();
        int otherwise = required ? points(Weight.D, least) : 0;
        List<Step> steps = new ArrayList<>();
        for (int worth : any.stream().map(Wording::worth).distinct().toList()) {
            List<Wording> alike =
                    any.stream().filter(wording -> wording.worth() == worth).toList();
            for (Weight weight : Weight.values()) {
                // In running text or anywhere else: of the least weight nothing is kept apart.
                List<Weight> in = weight == Weight.D ? List.of(Weight.values()) : List.of(weight);
                if (points(weight, worth) > otherwise)
                    steps.add(new Step(new Filter.Words(alike, in), points(weight, worth)));
            }
        }
        steps.sort(Comparator.comparingInt(Step::points).reversed());
        return new Rank(steps, otherwise);
    }

    private static int points(Weight weight, int worth) {
        return weight.points() * worth / 100;
    }
}
