package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an employer asks of every applicant.
///
/// @param questions at most 30, in the order in which they are asked
public record ApplicationForm(List<Question> questions) {
    /// Asks nothing.
    public static final ApplicationForm NONE = new ApplicationForm(List.of());

    public ApplicationForm {
        questions = List.copyOf(questions);
        var faults = new Faults();
        faults.size("questions", questions.size(), 0, 30);
        faults.distinct("questions", questions.stream().map(Question::id).toList());
        faults.raise();
    }

    /// Refuses answers that do not fit. Pointers name questions by their ids: `/answers/licence/0` is the first value
    /// given to the question `licence`.
    ///
    /// @throws InvalidValues naming every fault
    public void check(List<Answer> answers) {
        var faults = new Faults();
        faults.at("answers", () -> {
            var found = new Faults();
            var asked = questions.stream().collect(Collectors.toMap(Question::id, q -> q));
            answers.forEach(answer -> check(answer, asked, found));
            questions.stream()
                    .filter(Question::required)
                    .filter(question -> answers.stream()
                            .noneMatch(answer -> answer.question().equals(question.id())))
                    .forEach(question -> found.add(question.id(), "REQUIRED", "must be answered"));
            return found.build(() -> answers);
        });
        faults.raise();
    }

    /// The questions whose answers turn the applicant down, in the form's order.
    public List<String> knockouts(List<Answer> answers) {
        var given = answers.stream().collect(Collectors.toMap(Answer::question, Answer::values, (first, _) -> first));
        return questions.stream()
                .filter(question -> question.knocksOut(given.getOrDefault(question.id(), List.of())))
                .map(Question::id)
                .toList();
    }

    /// Would these earlier answers knock out today? Of a question that they do not answer nobody can say so.
    public boolean stillKnocksOut(List<Answer> before) {
        return before.stream()
                .anyMatch(answer -> questions.stream()
                        .anyMatch(asked -> asked.id().equals(answer.question()) && asked.knocksOut(answer.values())));
    }

    private static void check(Answer answer, Map<String, Question> asked, Faults found) {
        var question = asked.get(answer.question());
        if (question == null) {
            found.add(answer.question(), "UNKNOWN_VALUE", "is no question of this job");
        } else {
            found.at(answer.question(), () -> {
                question.check(answer.values());
                return answer;
            });
        }
    }
}
