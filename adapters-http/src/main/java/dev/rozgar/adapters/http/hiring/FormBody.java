package dev.rozgar.adapters.http.hiring;

import dev.rozgar.adapters.http.json.Absent;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.hiring.QuestionType;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a job asks of its applicants, as those who keep it write it and see it.
@JsonbPropertyOrder({"questions"})
public record FormBody(List<QuestionBody> questions) {

    /// @param required false where it is not said
    /// @param options  of a select
    /// @param knockout the answers that let pass, with a required select
    @JsonbPropertyOrder({"id", "label", "type", "required", "options", "knockout"})
    public record QuestionBody(
            String id,
            String label,
            QuestionType type,
            @Nullable Boolean required,
            @Nullable List<ChoiceBody> options,
            @Nullable List<String> knockout) {
        private Question toQuestion() {
            var faults = new Faults();
            var choices = faults.each("options", options, ChoiceBody::toChoice);
            return faults.build(() -> new Question(
                    id,
                    label,
                    type,
                    required != null && required,
                    choices.get(),
                    Optional.ofNullable(knockout).map(Set::copyOf)));
        }

        private static QuestionBody of(Question question) {
            return new QuestionBody(
                    question.id(),
                    question.label(),
                    question.type(),
                    question.required(),
                    question.options().stream()
                            .map(choice -> new ChoiceBody(choice.value(), choice.label()))
                            .toList(),
                    Absent.orNull(question.knockout(), List::copyOf));
        }
    }

    @JsonbPropertyOrder({"value", "label"})
    public record ChoiceBody(String value, String label) {
        private Question.Choice toChoice() {
            return new Question.Choice(value, label);
        }
    }

    static FormBody of(ApplicationForm form) {
        return new FormBody(form.questions().stream().map(QuestionBody::of).toList());
    }

    /// @throws dev.rozgar.domain.InvalidValues with every fault, each with its pointer into this body
    ApplicationForm toForm() {
        var faults = new Faults();
        var asked = faults.each("questions", questions, (Function<QuestionBody, Question>) QuestionBody::toQuestion);
        return faults.build(() -> new ApplicationForm(asked.get()));
    }
}
