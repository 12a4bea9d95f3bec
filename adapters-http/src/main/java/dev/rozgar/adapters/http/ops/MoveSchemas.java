package dev.rozgar.adapters.http.ops;

import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The shapes of what moves: its history, its options, and the reply to a move.
final class MoveSchemas {
    private static final Shape.Members LINE = Shape.of(Telling.Line.class);

    private MoveSchemas() {}

    /// What is told of the moves of one kind of thing.
    static Map<String, Object> of(String thing, Enum<?>[] states, Enum<?>[] triggers) {
        Shape state = codes(names(states));
        Shape move = codes(names(triggers));
        Shape.Members line = LINE.with("move", codes(Stream.concat(besides(thing), names(triggers))))
                .with("from_state", state)
                .with("to_state", state);
        Shape.Members permitted =
                Shape.of(Telling.Permitted.class).with("move", move).with("to_state", state);
        Shape.Members blocked = Shape.of(Telling.Blocked.class).with("move", move);
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(thing + "Transition", JsonSchemas.of(line));
        schemas.put(
                thing + "History",
                JsonSchemas.of(Shape.of(Telling.History.class).with("items", new Shape.Many(line))));
        schemas.put(
                "Moved" + thing,
                JsonSchemas.of(
                        Shape.of(Telling.Moved.class).with("state", state).with("transitions", new Shape.Many(line))));
        Map<String, Object> options = JsonSchemas.of(Shape.of(Telling.Options.class)
                .with("state", state)
                .with("permitted", new Shape.Many(permitted))
                .with("blocked", new Shape.Many(blocked)));
        options.put("description", WHOSE);
        schemas.put(thing + "Options", options);
        return schemas;
    }

    private static Stream<String> besides(String thing) {
        return Logbook.besides(Subject.Kind.valueOf(thing.toUpperCase(Locale.ROOT))).stream();
    }

    /// For those who draw buttons by it.
    private static final String WHOSE =
            "permitted: what the caller may do now. blocked: what may be done from this state, but not now or not by"
                    + " the caller; the first reason is then NOT_YOURS and says who may. What the state has no move for"
                    + " is in neither. The permitted of a refusal (409) is the same list.";

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static Shape codes(Stream<String> names) {
        return new Shape.Code(names.toList());
    }
}
