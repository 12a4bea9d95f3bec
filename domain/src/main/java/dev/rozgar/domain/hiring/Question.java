package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.WebUrl;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One question that an employer asks of every applicant.
///
/// @param id       a token of at most 50 characters, unique in its form
/// @param label    at most 300 characters
/// @param options  1..50 for selects, none otherwise
/// @param knockout the answers that let pass; whoever gives none of them is turned down. Only with a required select
public record Question(
        String id,
        String label,
        QuestionType type,
        boolean required,
        List<Choice> options,
        Optional<Set<String>> knockout) {

    /// One option of a select.
    ///
    /// @param value at most 100 characters, unique in its question: what answers say
    /// @param label at most 200 characters: what people read
    public record Choice(String value, String label) {
        public Choice {
            var faults = new Faults();
            value = faults.keep("value", value, v -> Text.line(v, 100));
            label = faults.keep("label", label, l -> Text.line(l, 200));
            faults.raise();
        }
    }

    public Question {
        options = List.copyOf(options);
        knockout = knockout.map(accepted -> Collections.unmodifiableSet(new TreeSet<>(accepted)));
        var faults = new Faults();
        id = faults.keep("id", id, i -> Text.token(i, 50, "_-"));
        label = faults.keep("label", label, l -> Text.line(l, 300));
        faults.size("options", options.size(), type.isSelect() ? 1 : 0, type.isSelect() ? 50 : 0);
        var values = options.stream().map(Choice::value).toList();
        faults.distinct("options", values);
        faults.unless(
                knockout.isEmpty() || (type.isSelect() && required),
                "knockout",
                "NOT_ALLOWED",
                "only a required select can knock out");
        faults.unless(knockout.isEmpty() || !knockout.get().isEmpty(), "knockout", "TOO_FEW", "needs at least 1");
        faults.unless(
                knockout.isEmpty() || values.containsAll(knockout.get()),
                "knockout",
                "UNKNOWN_VALUE",
                "must be values of the options");
        faults.raise();
    }

    /// Refuses values that do not answer this question; pointers are relative to the answer.
    ///
    /// @throws InvalidValues naming every fault
    void check(List<String> values) {
        var faults = new Faults();
        faults.size("", values.size(), required ? 1 : 0, type == QuestionType.MULTI_SELECT ? options.size() : 1);
        faults.distinct("", values);
        faults.<String, String>each("", values, this::checked);
        faults.raise();
    }

    /// Is it one of those answers that turn an applicant down?
    boolean knocksOut(List<String> values) {
        return knockout.filter(accepted -> Collections.disjoint(accepted, values))
                .isPresent();
    }

    private String checked(String value) {
        return switch (type) {
            case INPUT_TEXT -> Text.line(value, 255);
            case TEXTAREA -> Text.prose(value, 5000);
            case INPUT_FILE -> new WebUrl(value).value();
            case SINGLE_SELECT, MULTI_SELECT -> {
                if (options.stream().noneMatch(option -> option.value().equals(value))) {
                    throw InvalidValues.of("UNKNOWN_VALUE", "is none of the question's options");
                }
                yield value;
            }
        };
    }
}
