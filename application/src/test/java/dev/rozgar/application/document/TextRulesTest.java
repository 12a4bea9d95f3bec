package dev.rozgar.application.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRulesTest {
    private static final Pattern WORD = Pattern.compile(TextRules.WORD);

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
                "#hiring #urgent             | hiring urgent",
                "...and -.net ./run /.a+     | .and .net run .a+",
                "x.-+ .+ +. -#.x --x-y--     | x.-+ .x x-y"
            })
    void keepsWhatBelongsToAWordAndNothingElse(String text, String words) {
        assertEquals(List.of(words.split(" ")), words(text));
    }

    @Test
    void findsNoWordAmongSignsAlone() {
        assertEquals(List.of(), words("- . / + # ++ ## ... -/- .+ /.#. \uFDD0"));
    }

    @Test
    void hasAsSeparatorsTheSignsThatNoWordHas() {
        String separators = IntStream.range(0, 128)
                .mapToObj(Character::toString)
                .filter(sign -> words("a" + sign + "b").size() == 2)
                .reduce("", String::concat);

        assertTrue(separators.endsWith(" !\"$%&'()*,:;<=>?@[\\]^_`{|}~"), separators);
        assertEquals(0x21 + 27, separators.length());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
