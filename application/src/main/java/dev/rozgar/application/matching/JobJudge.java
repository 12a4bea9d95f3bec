package dev.rozgar.application.matching;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges one job by conditions, each by itself, exactly as a search would.
/// Throws [dev.rozgar.application.PortFailure] when its engine does not answer.
public interface JobJudge {
    /// Empty if no search shows the job at the moment of the question.
    Optional<Judgement> judge(JobId id, Question question);

    /// @param conditions on jobs
    /// @param fields whose values are to be told
    /// @param distances that are to be told
    record Question(
            List<Filter> conditions, List<DocumentField> fields, List<Sort.ByDistance> distances, Instant asOf) {
        public Question {
            conditions = List.copyOf(conditions);
            fields = List.copyOf(fields);
            distances = List.copyOf(distances);
        }
    }

    /// @param holds one for each condition
    /// @param values by the path of each field, in the order of the document
    /// @param metres one for each distance; empty where the job lies nowhere
    record Judgement(List<Boolean> holds, Map<String, List<Value>> values, List<Optional<Double>> metres) {
        public Judgement {
            holds = List.copyOf(holds);
            values = Map.copyOf(values);
            metres = List.copyOf(metres);
        }
    }
}
