package dev.rozgar.application.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openings.total | >=5  |      | 3     | short by 2",
                "openings.total | >5   |      | 5     | short by 0",
                "openings.total | >=5  |      | 5     | none",
                "openings.total |      | <=5  | 9     | over by 4",
                "openings.total |      | <5   | 5     | over by 0",
                "openings.total | >=5  | <=7  | 4 9 1 | short by 1",
                "openings.total | >=5  | <=7  | 1 9 8 | over by 1",
                "openings.total | >=5  | <=7  | 1 6 9 | none",
                "pay.min        | >=100.50 |  | 99.25 | short by 1.25",
                "published_at   | >=2026-03-03T00:00:00Z | | 2026-03-01T12:00:00Z | short by PT36H",
                "start_date     |      | <=2026-03-01 | 2026-03-04 | over by PT72H"
            })
    void isWhatTheNearestValueLacksOrHasTooMuchOf(String path, String from, String to, String values, String gap) {
        DocumentField field = JobFields.JOB.require(path);
        Range range = new Range(field, bound(field, from), bound(field, to));
        List<Value> its =
                Stream.of(values.split(" ")).map(text -> value(field, text)).toList();

        assertEquals(gap, Gap.of(range, its).map(GapTest::text).orElse("none"));
    }

    @Test
    void isNoneWhereThereIsNoValue() {
        DocumentField field = JobFields.JOB.require("pay.min");

        assertEquals(Optional.empty(), Gap.of(new Range(field, bound(field, ">=1"), Optional.empty()), List.of()));
    }

    private static String text(Gap gap) {
        String by = switch (gap.by()) {
            case Gap.Amount amount -> amount.amount().toPlainString();
            case Gap.Span span -> span.length().toString();
        };
        return (gap.over() ? "over by " : "short by ") + by;
    }

    private static Optional<Bound> bound(DocumentField field, String text) {
        if (text == null) return Optional.empty();
        return Optional.of(new Bound(value(field, text.replaceFirst("[<>]=?", "")), text.charAt(1) == '='));
    }

    private static Value value(DocumentField field, String text) {
        return field.kind().parse(text).orElseThrow();
    }
}
