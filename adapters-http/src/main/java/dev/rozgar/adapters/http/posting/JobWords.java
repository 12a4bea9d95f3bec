package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.TextQuery.Clause;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.application.words.Understanding.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that are looked for: `q`, how it is written (`q_syntax`), and where it is looked for (`q_fields`).
final class JobWords {
    static final String Q = "q";
    private static final String SYNTAX = "q_syntax";
    static final String FIELDS = "q_fields";

    static final Set<String> NAMES = Set.of(Q, SYNTAX, FIELDS);

    /// How a query is written.
    private enum Syntax {
        OPERATORS,
        PLAIN
    }

    /// Places in which words may be looked for alone, weightiest first. Running text has no such name:
    /// whatever stands there only is found when no place is named.
    private enum Place {
        TITLE,
        SUBJECT,
        COMPANY;

        Weight weight() {
            return switch (this) {
                case TITLE -> Weight.A;
                case SUBJECT -> Weight.B;
                case COMPANY -> Weight.C;
            };
        }
    }

    /// @param typed as it came
    /// @param in the weights of the fields that are looked into
    record Wanted(String typed, Understanding understanding, List<Weight> in) {
        /// What asked for each of the filters: `q:night`, `q:-sales`.
        Map<Filter, String> names() {
            Map<Filter, String> names = new HashMap<>();
            for (Meaning meaning : understanding.meanings()) {
                String text = meaning.clauses().stream().map(Clause::text).collect(Collectors.joining(" "));
                Filter words = new Filter.Words(meaning.any(), in);
                names.put(words, Q + ':' + text);
                names.put(new Filter.Not(words), Q + ":-" + text);
            }
            return names;
        }

        /// `,"query":{…}`, and `,"did_you_mean":"…"` where a word was taken for misspelt.
        String members() {
            return ",\"query\":" + Json.text(UnderstoodBody.of(understanding))
                    + understanding
                            .corrected(typed)
                            .map(text -> ",\"did_you_mean\":" + Json.text(text))
                            .orElse("");
        }
    }

    private final QueryString query;
    private final QueryFaults faults;

    private JobWords(QueryString query, QueryFaults faults) {
        this.query = query;
        this.faults = faults;
    }

    static Optional<Wanted> parse(QueryString query, QueryFaults faults, Understand understand) {
        return new JobWords(query, faults).parse(understand);
    }

    static List<Told> described() {
        return List.of(
                new Told(
                        Q,
                        "Words, \"phrases\" and begin* of words (four of these at most); + before what must be there, - before what must not. All"
                                + " are wanted, and beside one with a + those without only count for the order.",
                        object("type", "string", "maxLength", TextQuery.MAX_LENGTH)),
                new Told(
                        SYNTAX,
                        "Whether signs in q are operators or part of the text.",
                        object("type", "string", "enum", names(Syntax.values()), "default", name(Syntax.OPERATORS))),
                new Told(
                        FIELDS,
                        "Where q is looked for, separated by commas: title, subject (occupation, skills, categories),"
                                + " company; everywhere if it is not given.",
                        object("type", "string")));
    }

    private Optional<Wanted> parse(Understand understand) {
        Optional<String> q = query.first(Q);
        Syntax syntax = syntax();
        List<Weight> in = query.first(FIELDS).map(this::places).orElse(List.of(Weight.values()));
        if (q.isEmpty()) {
            for (String name : List.of(SYNTAX, FIELDS)) {
                if (query.first(name).isPresent()) faults.add(name, "NOT_ALLOWED", "needs q");
            }
            return Optional.empty();
        }
        Optional<TextQuery> text =
                TextQuery.parse(q.get(), syntax == Syntax.PLAIN, fault -> faults.add(Q, "MALFORMED", fault));
        // Of a query that is refused anyway nothing needs to be looked up.
        if (text.isEmpty() || !faults.isEmpty()) return Optional.empty();
        Understanding understanding = understand.handle(text.get());
        if (understanding.meanings().isEmpty()) faults.add(Q, "MALFORMED", "has no words");
        return Optional.of(new Wanted(q.get(), understanding, in));
    }

    private Syntax syntax() {
        Optional<String> given = query.first(SYNTAX);
        if (given.isEmpty()) return Syntax.OPERATORS;
        for (Syntax syntax : Syntax.values()) {
            if (name(syntax).equals(given.get())) return syntax;
        }
        List<String> names = names(Syntax.values());
        faults.add(
                SYNTAX,
                "UNKNOWN_VALUE",
                "must be one of " + String.join(", ", names) + Nearest.hint(given.get(), names));
        return Syntax.OPERATORS;
    }

    private List<Weight> places(String text) {
        List<String> names = names(Place.values());
        List<Weight> in = new ArrayList<>();
        for (String name : text.split(",", names.size() + 2)) {
            if (names.contains(name)) {
                in.add(Place.valueOf(name.toUpperCase(Locale.ROOT)).weight());
            } else {
                faults.add(
                        FIELDS,
                        "UNKNOWN_VALUE",
                        "must be some of " + String.join(", ", names) + Nearest.hint(name, names));
            }
        }
        return in.isEmpty() ? List.of(Weight.values()) : in;
    }

    /// What a place is called in which words stand; `text` where it is no other.
    static String place(Weight weight) {
        for (Place place : Place.values()) if (place.weight() == weight) return name(place);
        return "text";
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(JobWords::name).toList();
    }
}
