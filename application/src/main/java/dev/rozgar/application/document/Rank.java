package dev.rozgar.application.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One part of a document's score: the points of the best step that it fulfils, or [#otherwise]. Whole numbers, so that
/// every read model adds up the same.
///
/// @param steps the most points first
public record Rank(List<Step> steps, int otherwise) {
    public static final int MAX_STEPS = 64;

    /// @param condition not itself a compound of conditions
    public record Step(Filter condition, int points) {}

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

    /// The weightiest field in which any of the wordings stands; for documents that have one of them somewhere.
    public static Rank ofWords(List<Wording> any) {
        List<Step> steps = new ArrayList<>();
        int otherwise = Weight.D.points() * any.stream().mapToInt(Wording::worth).min().orElse(0) / 100;
        for (Wording wording : any) {
            for (Weight weight : Weight.values()) {
                int points = weight.points() * wording.worth() / 100;
                // In running text it stands anyway: of what was looked for there is nothing left but this.
                if (points > otherwise)
                    steps.add(new Step(new Filter.Words(List.of(wording), List.of(weight)), points));
            }
        }
        steps.sort(Comparator.comparingInt(Step::points).reversed());
        return new Rank(steps, otherwise);
    }
}
