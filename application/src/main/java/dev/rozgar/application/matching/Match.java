package dev.rozgar.application.matching;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;

/// What one job is to one query.
///
/// @param conditions all that the query asks for, in its order
/// @param score one part for each rank of the query; none if it has no ranks
public record Match(JobId job, List<Condition> conditions, List<Part> score) {
    /// @param parameter of the query that asks for it
    public record Condition(String parameter, Finding finding) {}

    /// What a job is to one condition.
    ///
    /// @param gap how far it is off, where that can be said
    /// @param alternatives the same of each, if any of several will do
    public record Finding(Filter wanted, boolean holds, Has has, Optional<Gap> gap, List<Finding> alternatives) {
        public Finding {
            alternatives = List.copyOf(alternatives);
        }
    }

    /// What a job has of what a condition asks for.
    public sealed interface Has {}

    /// Each once, in the order of the document.
    public record Values(List<Value> values) implements Has {}

    /// How far it is away, at its nearest place, if it has any.
    public record Kilometres(Optional<Double> distance) implements Has {}

    /// Where it says the words, the weightiest place first; the last of them is told only if there is no other.
    public record Places(List<Weight> weights) implements Has {}

    /// Nothing is said of a whole but only of its alternatives.
    public record Several() implements Has {}

    /// @param by what gives so many points; empty for those that every document has
    public record Part(int points, Optional<Filter> by) {}

    public Match {
        conditions = List.copyOf(conditions);
        score = List.copyOf(score);
    }

    /// Whether the query finds the job.
    public boolean holds() {
        return conditions.stream().allMatch(condition -> condition.finding().holds());
    }

    /// As a search tells them.
    public long points() {
        return score.stream().mapToLong(Part::points).sum();
    }
}
