package dev.rozgar.adapters.http;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.matching.JobJudge;
import dev.rozgar.domain.job.JobId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges by the JSON of the documents. A job lies as many kilometres from everywhere as its id says, and says every
/// word in its title.
record FakeJudge(FakeReadModel jobs) implements JobJudge {
    @Override
    public Optional<Judgement> judge(JobId id, Question question) {
        return jobs.find(id, question.asOf()).map(job -> {
            Map<String, List<Value>> values = new HashMap<>();
            for (DocumentField field : question.fields()) values.put(field.path(), values(job, field));
            return new Judgement(
                    question.conditions().stream()
                            .map(condition -> holds(condition, job, id.value()))
                            .toList(),
                    values,
                    question.distances().stream()
                            .map(_ -> Optional.of(1_000.0 * id.value()))
                            .toList());
        });
    }

    private static List<Value> values(Document job, DocumentField field) {
        return FakeFacets.texts(job, field)
                .flatMap(text -> field.kind().parse(text).stream())
                .toList();
    }

    private static boolean holds(Filter filter, Document job, long id) {
        return switch (filter) {
            case Filter.Near near -> id <= near.radiusKm();
            case Filter.OneOf any -> values(job, any.field()).stream().anyMatch(any.values()::contains);
            case Filter.Range range -> values(job, range.field()).stream().anyMatch(value -> isIn(range, value));
            case Filter.Missing missing -> values(job, missing.field()).isEmpty();
            case Filter.Words words -> words.in().contains(Weight.A);
            case Filter.Not not -> !holds(not.condition(), job, id);
            case Filter.AnyOf any -> any.conditions().stream().anyMatch(one -> holds(one, job, id));
            case Filter.Groups any ->
                any.groups().stream().anyMatch(group -> group.stream().allMatch(one -> holds(one, job, id)));
        };
    }

    private static boolean isIn(Filter.Range range, Value value) {
        boolean above = range.from().stream().allMatch(bound -> compare(value, bound) >= (bound.inclusive() ? 0 : 1));
        boolean below = range.to().stream().allMatch(bound -> compare(value, bound) <= (bound.inclusive() ? 0 : -1));
        return above && below;
    }

    /// Moments and days by their text, which are all of one length here.
    private static int compare(Value value, Bound bound) {
        String other = bound.value().text();
        boolean number = Stream.of(value.text(), other).allMatch(text -> text.matches("-?[0-9.]+"));
        return number
                ? new BigDecimal(value.text()).compareTo(new BigDecimal(other))
                : Integer.signum(value.text().compareTo(other));
    }
}
