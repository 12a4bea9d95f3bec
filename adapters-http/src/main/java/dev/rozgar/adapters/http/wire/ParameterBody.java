package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString.Parameter;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parameters of a query as members of a JSON object: each a string, a number, true, false, or an array of
/// those, which is the parameter repeated. Read in one pass that goes on behind a fault, within bounds.
///
/// @param parameters of the object itself
/// @param groups     by name, each an array of objects that hold parameters alone
public record ParameterBody(QueryString parameters, Map<String, List<QueryString>> groups) {
    /// What a form says of itself.
    ///
    /// @param lists  parameters whose values stand in one text, separated by commas: of an array they are joined
    /// @param groups names of groups
    /// @param most   groups of one name
    /// @param values that one group may hold
    public record Form(Set<String> lists, Set<String> groups, int most, int values) {}

    static final int MOST_BYTES = 1 << 17;
    private static final int LONGEST_VALUE = 4_096;
    private static final int LONGEST_NUMBER = 40;
    private static final String SCALAR = "a string, a number, true or false";

    public ParameterBody {
        groups = Map.copyOf(groups);
    }

    /// @param faults of the body
    /// @throws dev.rozgar.adapters.http.problem.Refusal for what is no JSON at all, or nests or counts too much
    static ParameterBody read(String json, Form form, QueryFaults faults) {
        if (json.isBlank()) throw BodyCheck.malformed("is empty");
        try (JsonParser parser = Json.PROVIDER.createParser(new StringReader(json))) {
            Reading reading = new Reading(parser, form);
            Event begin = parser.next();
            List<Parameter> all = new ArrayList<>();
            if (begin == Event.START_OBJECT) reading.members(all, true, faults);
            else reading.wrong(begin, () -> faults.whole("WRONG_TYPE", "must be an object"));
            if (parser.hasNext()) throw BodyCheck.malformed("goes on behind its end");
            if (all.size() > QueryString.MOST)
                faults.whole("TOO_MANY", "may hold at most " + QueryString.MOST + " values outside of groups");
            return new ParameterBody(new QueryString(all), reading.groups);
        } catch (JsonParsingException notJson) {
            throw BodyCheck.malformed(notJson);
        }
    }

    /// One pass.
    private static final class Reading {
        private final JsonParser parser;
        private final Form form;
        private final Skipping skipping;
        private final Map<String, List<QueryString>> groups = new LinkedHashMap<>();

        private Reading(JsonParser parser, Form form) {
            this.parser = parser;
            this.form = form;
            this.skipping = new Skipping(parser);
        }

        private void members(List<Parameter> into, boolean outermost, QueryFaults faults) {
            Set<String> seen = new HashSet<>();
            for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
                String name = parser.getString();
                Event given = parser.next();
                if (!seen.add(name))
                    wrong(given, () -> faults.add(QueryFaults.cut(name), "DUPLICATE", "is given twice"));
                else if (outermost && form.groups().contains(name)) groups(name, given, faults);
                else values(name, given, into, faults);
            }
        }

        private void values(String name, Event given, List<Parameter> into, QueryFaults faults) {
            if (given != Event.START_ARRAY) {
                value(name, -1, given, into, faults);
                return;
            }
            List<Parameter> some = new ArrayList<>();
            int place = 0;
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next())
                value(name, place++, event, some, faults);
            if (place == 0) faults.add(QueryFaults.cut(name), "REQUIRED", "must hold a value");
            if (some.isEmpty()) return;
            if (form.lists().contains(name))
                into.add(new Parameter(
                        name,
                        String.join(",", some.stream().map(Parameter::value).toList())));
            else into.addAll(some);
        }

        private void value(String name, int place, Event given, List<Parameter> into, QueryFaults faults) {
            String shown = QueryFaults.cut(name);
            switch (given) {
                case VALUE_TRUE -> into.add(new Parameter(name, "true", place));
                case VALUE_FALSE -> into.add(new Parameter(name, "false", place));
                case VALUE_STRING -> {
                    String text = parser.getString();
                    if (isText(text)) into.add(new Parameter(name, text, place));
                    else
                        faults.add(
                                shown,
                                place,
                                "MALFORMED",
                                "must be whole Unicode characters, none of them NUL, and at most " + LONGEST_VALUE);
                }
                case VALUE_NUMBER -> {
                    String number = parser.getString();
                    if (isPlain(number)) into.add(new Parameter(name, number, place));
                    else
                        faults.add(
                                shown,
                                place,
                                "MALFORMED",
                                "must be a plain number of at most " + LONGEST_NUMBER + " characters");
                }
                default ->
                    wrong(
                            given,
                            () -> faults.add(
                                    shown,
                                    place,
                                    "WRONG_TYPE",
                                    "must be " + SCALAR + (place < 0 ? ", or an array of those" : "")));
            }
        }

        private void groups(String name, Event given, QueryFaults faults) {
            if (given != Event.START_ARRAY) {
                wrong(given, () -> faults.add(name, "WRONG_TYPE", "must be an array of objects"));
                return;
            }
            List<QueryString> all = new ArrayList<>();
            int place = 0;
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next(), place++) {
                int at = place;
                if (event == Event.START_OBJECT) all.add(group(faults.within('/' + name + '/' + place)));
                else wrong(event, () -> faults.add(name, at, "WRONG_TYPE", "must be an object"));
            }
            if (place == 0 || place > form.most())
                faults.add(name, "OUT_OF_RANGE", "must hold 1 to " + form.most() + " groups");
            else groups.put(name, all);
        }

        private QueryString group(QueryFaults faults) {
            List<Parameter> all = new ArrayList<>();
            members(all, false, faults);
            if (all.size() <= form.values() && !all.isEmpty()) return new QueryString(all);
            faults.whole("OUT_OF_RANGE", "must hold 1 to " + form.values() + " values of filters");
            return new QueryString(List.of());
        }

        private void wrong(Event given, Runnable fault) {
            fault.run();
            skipping.over(given);
        }

        private static boolean isText(String text) {
            if (text.length() > LONGEST_VALUE || text.indexOf('\0') >= 0) return false;
            return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }

        private static boolean isPlain(String number) {
            return number.length() <= LONGEST_NUMBER && number.indexOf('e') < 0 && number.indexOf('E') < 0;
        }
    }

    /// Passes over what is not wanted.
    private record Skipping(JsonParser parser) {
        private void over(Event event) {
            if (event != Event.START_OBJECT && event != Event.START_ARRAY) return;
            for (int depth = 1; depth > 0; ) {
                Event next = parser.next();
                if (next == Event.END_OBJECT || next == Event.END_ARRAY) depth--;
                else if (next == Event.START_OBJECT || next == Event.START_ARRAY) depth++;
                if (depth > BodyCheck.DEEPEST) throw BodyCheck.tooDeep();
            }
        }
    }
}
