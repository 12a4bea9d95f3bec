package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.json.Shape;
import java.util.List;

/// Values that are not of a shape, as JSON.
final class WrongValues {
    private WrongValues() {}

    static List<String> of(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> List.of("12", "[\"x\"]");
            case Shape.Parsed _ -> List.of("1767225600", "\"'; drop table job; --\"");
            case Shape.Code _ -> List.of("\"NO_SUCH\"", "1", "{}");
            case Shape.Whole _ -> List.of("\"1\"", "1.5", "1e2", "99999999999999999999", "9".repeat(5_000), "true");
            case Shape.Decimal _ -> List.of("\"1\"", "1e999999999", "9".repeat(41));
            case Shape.Flag _ -> List.of("\"true\"", "1");
            case Shape.Many _ -> List.of("{}", "\"x\"", "[null]");
            case Shape.Named _ -> List.of("[]", "{\"a\": 1}");
            case Shape.Members _ -> List.of("[]", "\"x\"", "{\"no_such_member\": 1}");
        };
    }
}
