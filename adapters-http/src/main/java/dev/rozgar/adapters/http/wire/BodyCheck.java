package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One pass over a body before it is mapped. It finds what the mapper would bend, drop or overlook: wrong
/// types, numbers that do not fit, members unknown, missing or given twice, text behind the end, and nesting
/// or counts out of all proportion.
final class BodyCheck {
    static final int DEEPEST = 20;
    static final int MOST_VALUES = 10_000;
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_NUMBER = 40;

    private final JsonParser parser;
    private final List<Problem.Error> faults = new ArrayList<>();
    private int values;
    private int depth;

    private BodyCheck(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws Refusal naming every fault with its pointer
    static void require(String json, Shape.Members shape) {
        if (json.isBlank()) throw malformed("is empty");
        try (JsonParser parser = Json.PROVIDER.createParser(new StringReader(json))) {
            BodyCheck check = new BodyCheck(parser);
            check.value(parser.next(), shape, "");
            if (parser.hasNext()) throw malformed("goes on behind its end");
            if (!check.faults.isEmpty()) throw new Refusal(Problem.faulty(ProblemType.INVALID_BODY, check.faults));
        } catch (JsonParsingException notJson) {
            throw malformed(notJson);
        }
    }

    static Refusal malformed(JsonParsingException notJson) {
        var at = notJson.getLocation();
        return malformed("is no JSON from line " + at.getLineNumber() + ", column " + at.getColumnNumber() + " on");
    }

    static Refusal malformed(String what) {
        return fatal("", "MALFORMED", what);
    }

    static Refusal tooDeep() {
        return fatal("", "TOO_DEEP", "may nest at most " + DEEPEST + " levels");
    }

    /// A fault behind which nothing is worth reading.
    private static Refusal fatal(String pointer, String code, String detail) {
        return new Refusal(
                Problem.faulty(ProblemType.INVALID_BODY, List.of(new Problem.Error(pointer, null, code, detail))));
    }

    private void value(Event event, Shape shape, String pointer) {
        count();
        switch (shape) {
            case Shape.Members members when event == Event.START_OBJECT -> members(members, pointer);
            case Shape.Many many when event == Event.START_ARRAY -> elements(many, pointer);
            case Shape.Named named when event == Event.START_OBJECT -> named(named, pointer);
            case Shape.Text _ when event == Event.VALUE_STRING -> {}
            case Shape.Parsed parsed
            when event == Event.VALUE_STRING ->
                faultUnless(parsed.accepts(parser.getString()), pointer, "MALFORMED", "must be " + parsed.wanted());
            case Shape.Code code when event == Event.VALUE_STRING -> code(code, pointer);
            case Shape.Whole whole
            when event == Event.VALUE_NUMBER ->
                faultUnless(
                        isWhole(parser.getString(), whole), pointer, "MALFORMED", "must be a whole number in range");
            case Shape.Decimal _
            when event == Event.VALUE_NUMBER ->
                faultUnless(
                        isPlain(parser.getString()),
                        pointer,
                        "MALFORMED",
                        "must be a plain number of at most " + LONGEST_NUMBER + " characters");
            case Shape.Flag _ when event == Event.VALUE_TRUE || event == Event.VALUE_FALSE -> {}
            default -> {
                fault(pointer, "WRONG_TYPE", "must be " + wanted(shape));
                skip(event);
            }
        }
    }

    private void members(Shape.Members shape, String pointer) {
        enter();
        Map<String, Shape.Member> declared = shape.byName();
        Set<String> seen = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            String below = pointer + '/' + name.replace("~", "~0").replace("/", "~1");
            Shape.Member member = declared.get(name);
            Event given = parser.next();
            if (!seen.add(name)) {
                fault(below, "DUPLICATE", "is given twice");
                count();
                skip(given);
            } else if (member == null) {
                fault(below, "UNKNOWN_MEMBER", "is no member here" + Nearest.hint(name, declared.keySet()));
                count();
                skip(given);
            } else if (given != Event.VALUE_NULL) {
                value(given, member.shape(), below);
            } else {
                faultUnless(!member.required(), below, "REQUIRED", "must not be null");
            }
        }
        declared.forEach((name, member) -> faultUnless(
                !member.required() || seen.contains(name), pointer + '/' + name, "REQUIRED", "must be given"));
        depth--;
    }

    private void named(Shape.Named shape, String pointer) {
        enter();
        Set<String> seen = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            String below = pointer + '/' + name.replace("~", "~0").replace("/", "~1");
            faultUnless(seen.add(name), below, "DUPLICATE", "is given twice");
            value(parser.next(), shape.element(), below);
        }
        depth--;
    }

    private void elements(Shape.Many many, String pointer) {
        enter();
        int index = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            value(event, many.element(), pointer + '/' + index++);
        }
        depth--;
    }

    /// Passes over a value that nothing is declared for; its size counts all the same.
    private void skip(Event event) {
        if (event != Event.START_OBJECT && event != Event.START_ARRAY) return;
        int outside = depth;
        enter();
        while (depth > outside) {
            Event next = parser.next();
            if (next == Event.END_OBJECT || next == Event.END_ARRAY) {
                depth--;
            } else if (next != Event.KEY_NAME) {
                count();
                if (next == Event.START_OBJECT || next == Event.START_ARRAY) enter();
            }
        }
    }

    private void count() {
        if (++values > MOST_VALUES) throw fatal("", "TOO_MANY", "may hold at most " + MOST_VALUES + " values");
    }

    private void enter() {
        if (++depth > DEEPEST) throw tooDeep();
    }

    private void code(Shape.Code code, String pointer) {
        String name = parser.getString();
        if (code.names().contains(name)) return;
        fault(
                pointer,
                "UNKNOWN_VALUE",
                "must be one of " + String.join(", ", code.names()) + Nearest.hint(name, code.names()));
    }

    private static boolean isWhole(String number, Shape.Whole range) {
        if (number.length() > 20 || !number.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) return false;
        try {
            long value = Long.parseLong(number);
            return value >= range.least() && value <= range.most();
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    /// Without an exponent: `1e999999999` is short and very large.
    private static boolean isPlain(String number) {
        return number.length() <= LONGEST_NUMBER && number.indexOf('e') < 0 && number.indexOf('E') < 0;
    }

    private static String wanted(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> "a string";
            case Shape.Parsed parsed -> parsed.wanted();
            case Shape.Code code -> "one of " + String.join(", ", code.names());
            case Shape.Whole _ -> "a whole number";
            case Shape.Decimal _ -> "a number";
            case Shape.Flag _ -> "true or false";
            case Shape.Many _ -> "an array";
            case Shape.Members _, Shape.Named _ -> "an object";
        };
    }

    private void faultUnless(boolean holds, String pointer, String code, String detail) {
        if (!holds) fault(pointer, code, detail);
    }

    private void fault(String pointer, String code, String detail) {
        if (faults.size() < MOST_FAULTS) faults.add(new Problem.Error(pointer, null, code, detail));
    }
}
