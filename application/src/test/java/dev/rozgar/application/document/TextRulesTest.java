package dev.rozgar.application.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C# and .NET developer.      | C# and .NET developer",
                "C++/Java                    | C++/Java",
                "ci/cd, devops               | ci/cd devops",
                "Driver (LMV) - night shift  | Driver LMV night shift",
                "Cook/ helper                | Cook helper",
                "Rs. 18,000-22,000/-         | Rs 18 000-22 000",
                "one\u00A0two\u3000three     | one two three",
                "चालक। रसोइया                | चालक रसोइया",
                "#hiring #urgent             | hiring urgent"
            })
    void keepsWhatBelongsToAWordAndNothingElse(String text, String words) {
        String left = text;
        for (var rule : TextRules.REPLACEMENTS) left = left.replaceAll(rule.pattern(), rule.by());

        assertEquals(List.of(words.split(" ")), List.of(left.strip().split(" +")));
    }
}
