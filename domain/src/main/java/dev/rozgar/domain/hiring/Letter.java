package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.WebUrl;
import java.util.List;
import java.util.Optional;

/// What a candidate sends in: it does not change while the application moves.
///
/// @param answers at most 30, one per question
public record Letter(
        CandidateId candidate,
        List<Answer> answers,
        ApplicationSource source,
        Consent consent,
        Optional<WebUrl> resume) {
    public Letter {
        answers = List.copyOf(answers);
        var faults = new Faults();
        faults.size("answers", answers.size(), 0, 30);
        faults.distinct("answers", answers.stream().map(Answer::question).toList());
        faults.raise();
    }
}
