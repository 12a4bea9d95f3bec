package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Text;
import java.util.List;

/// What a candidate answers to one question; whether it fits is the form's to say.
///
/// @param question the question's id
/// @param values   at most 50, each of at most 5000 characters; one unless several options are picked
public record Answer(String question, List<String> values) {
    public Answer {
        values = List.copyOf(values);
        var faults = new Faults();
        question = faults.keep("question", question, q -> Text.token(q, 50, "_-"));
        faults.size("values", values.size(), 0, 50);
        var checked = faults.<String, String>each("values", values, v -> Text.prose(v, 5000));
        values = faults.build(checked::get);
    }
}
