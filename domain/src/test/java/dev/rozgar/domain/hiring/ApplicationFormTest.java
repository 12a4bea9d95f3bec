package dev.rozgar.domain.hiring;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplicationFormTest {
    private static final List<Question.Choice> LANGUAGES =
            List.of(new Question.Choice("hi", "Hindi"), new Question.Choice("en", "English"));
    private static final Question NAME = question("name", QuestionType.INPUT_TEXT, true);
    private static final Question STORY = question("story", QuestionType.TEXTAREA, false);
    private static final Question FILE = question("cv", QuestionType.INPUT_FILE, false);
    private static final Question SPEAKS = new Question(
            "speaks", "Which do you speak?", QuestionType.MULTI_SELECT, true, LANGUAGES, Optional.of(Set.of("hi")));
    private static final ApplicationForm FORM = new ApplicationForm(List.of(NAME, STORY, FILE, SPEAKS));

    @Test
    void completeAnswersPass() {
        assertDoesNotThrow(() -> FORM.check(List.of(
                answer("name", "Asha"), answer("cv", "https://example.in/cv.pdf"), answer("speaks", "hi", "en"))));
    }

    @Test
    void everyFaultOfEveryAnswerIsNamed() {
        assertEquals(
                List.of(
                        "/answers/cv/0 MALFORMED",
                        "/answers/story TOO_MANY",
                        "/answers/speaks/1 UNKNOWN_VALUE",
                        "/answers/age UNKNOWN_VALUE",
                        "/answers/name REQUIRED"),
                Refusal.of(() -> FORM.check(List.of(
                        answer("cv", "no address"),
                        answer("story", "one", "two"),
                        answer("speaks", "hi", "fr"),
                        answer("age", "30")))));
    }

    @Test
    void aRequiredQuestionIsNotAnsweredByNothing() {
        assertEquals(
                List.of("/answers/name TOO_FEW"),
                Refusal.of(() -> FORM.check(List.of(answer("name"), answer("speaks", "hi")))));
    }

    @Test
    void anAnswerIsAsLongAsItsTypeAllows() {
        assertEquals(
                List.of("/answers/name/0 TOO_LONG"),
                Refusal.of(() -> FORM.check(List.of(answer("name", "a".repeat(256)), answer("speaks", "hi")))));
    }

    @Test
    void theSameOptionCountsOnce() {
        assertEquals(
                List.of("/answers/speaks/1 DUPLICATE"),
                Refusal.of(() -> FORM.check(List.of(answer("name", "Asha"), answer("speaks", "hi", "hi")))));
    }

    @Test
    void oneAcceptedOptionAmongOthersPassesTheKnockout() {
        assertEquals(List.of(), FORM.knockouts(List.of(answer("speaks", "en", "hi"))));
    }

    @Test
    void noAcceptedOptionKnocksOut() {
        assertEquals(List.of("speaks"), FORM.knockouts(List.of(answer("speaks", "en"))));
    }

    @Test
    void aKnockoutCannotBeAvoidedBySilence() {
        assertEquals(List.of("speaks"), FORM.knockouts(List.of()));
    }

    @Test
    void aFormAsksAtMostThirtyQuestionsEachOnce() {
        assertEquals(
                List.of("/questions TOO_MANY", "/questions/1 DUPLICATE"),
                Refusal.of(() -> new ApplicationForm(Collections.nCopies(31, NAME)))
                        .subList(0, 2));
    }

    @Test
    void onlyARequiredSelectKnocksOut() {
        assertEquals(
                List.of("/knockout NOT_ALLOWED"),
                Refusal.of(() -> new Question(
                        "q", "Which?", QuestionType.SINGLE_SELECT, false, LANGUAGES, Optional.of(Set.of("hi")))));
    }

    @Test
    void aKnockoutAcceptsSomeOfTheOptions() {
        assertEquals(
                List.of("/knockout UNKNOWN_VALUE"),
                Refusal.of(() -> new Question(
                        "q", "Which?", QuestionType.SINGLE_SELECT, true, LANGUAGES, Optional.of(Set.of("fr")))));
        assertEquals(
                List.of("/knockout TOO_FEW"),
                Refusal.of(() -> new Question(
                        "q", "Which?", QuestionType.SINGLE_SELECT, true, LANGUAGES, Optional.of(Set.of()))));
    }

    @Test
    void selectsHaveOptionsAndOthersNone() {
        assertEquals(List.of("/options TOO_FEW"), Refusal.of(() -> question("q", QuestionType.SINGLE_SELECT, false)));
        assertEquals(
                List.of("/options TOO_MANY"),
                Refusal.of(
                        () -> new Question("q", "Which?", QuestionType.TEXTAREA, false, LANGUAGES, Optional.empty())));
    }

    @Test
    void aLetterAnswersEachQuestionOnce() {
        assertEquals(
                List.of("/answers/1 DUPLICATE"),
                Refusal.of(() -> SampleHiring.letter(answer("name", "Asha"), answer("name", "Usha"))));
    }

    private static Question question(String id, QuestionType type, boolean required) {
        return new Question(id, "Tell us", type, required, List.of(), Optional.empty());
    }

    private static Answer answer(String question, String... values) {
        return new Answer(question, List.of(values));
    }
}
