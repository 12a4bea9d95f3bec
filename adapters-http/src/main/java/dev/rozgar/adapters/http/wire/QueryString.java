package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// The parameters of a query string, decoded, in the order they came.
public record QueryString(List<Parameter> parameters) {
    static final int MOST = 200;

    /// @param place among the values of an array in a body; -1 of one that stands alone
    public record Parameter(String name, String value, int place) {
        public Parameter(String name, String value) {
            this(name, value, -1);
        }

        /// Without the minus that turns a filter round.
        public Parameter positive() {
            return new Parameter(name, value.substring(1), place);
        }

        private String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + '='
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    public QueryString {
        parameters = List.copyOf(parameters);
    }

    /// `raw` is empty where there is no query.
    public static QueryString parse(String raw) {
        if (raw.isEmpty()) return new QueryString(List.of());
        if (!isGraphic(raw)) {
            throw Refusal.of(
                    ProblemType.INVALID_QUERY, "Whatever is not plain ASCII is percent-encoded UTF-8 in a query.");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String part : raw.split("&", MOST + 2)) {
            if (part.isEmpty()) continue;
            if (parameters.size() == MOST)
                throw Refusal.of(ProblemType.INVALID_QUERY, "There are more than " + MOST + " parameters.");
            int equals = part.indexOf('=');
            parameters.add(new Parameter(
                    decoded(equals < 0 ? part : part.substring(0, equals)),
                    equals < 0 ? "" : decoded(part.substring(equals + 1))));
        }
        return new QueryString(parameters);
    }

    public static boolean isGraphic(int c) {
        return c > ' ' && c < 127;
    }

    static boolean isGraphic(String text) {
        for (int i = 0; i < text.length(); i++) if (!isGraphic(text.charAt(i))) return false;
        return true;
    }

    /// Asked for every parameter there could be, with each request: no stream is made for it.
    public Optional<String> first(String name) {
        for (Parameter parameter : parameters) if (parameter.name.equals(name)) return Optional.of(parameter.value);
        return Optional.empty();
    }

    /// Notes every parameter that is not one of these, or comes twice, and ends here if there was any fault at all.
    public void requireOnly(Set<String> names, QueryFaults faults) {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            String name = parameter.name;
            if (!names.contains(name))
                faults.add(
                        QueryFaults.cut(name), "UNKNOWN_PARAMETER", "is no parameter here" + Nearest.hint(name, names));
            else if (!seen.add(name)) faults.add(name, "DUPLICATE", "may be given once");
        }
        faults.raise();
    }

    /// One of some names, written in lower case.
    public <E extends Enum<E>> E choice(String name, Collection<E> values, E usual, QueryFaults faults) {
        Optional<String> given = first(name);
        if (given.isEmpty()) return usual;
        for (E value : values) if (value.name().toLowerCase(Locale.ROOT).equals(given.get())) return value;
        String legal = values.stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        faults.add(name, "UNKNOWN_VALUE", "must be one of " + legal);
        return usual;
    }

    /// Whether it is true; false where it is not given.
    public boolean flag(String name, QueryFaults faults) {
        String given = first(name).orElse("false");
        if (!given.equals("true") && !given.equals("false")) faults.add(name, "MALFORMED", "must be true or false");
        return given.equals("true");
    }

    /// A whole number between two, both of which are legal.
    public OptionalInt whole(String name, int least, int most, QueryFaults faults) {
        Optional<String> given = first(name);
        if (given.isEmpty()) return OptionalInt.empty();
        // One number is written in one way: no sign, no zeros in front.
        int number = given.get().matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(given.get()) : -1;
        if (number >= least && number <= most) return OptionalInt.of(number);
        faults.add(name, "OUT_OF_RANGE", "must be a whole number from " + least + " to " + most);
        return OptionalInt.empty();
    }

    /// The same with one parameter replaced or added.
    public QueryString with(String name, String value) {
        List<Parameter> changed = others(name);
        changed.add(new Parameter(name, value));
        return new QueryString(changed);
    }

    /// The same but for one parameter.
    public QueryString without(String name) {
        return new QueryString(others(name));
    }

    private List<Parameter> others(String name) {
        List<Parameter> others = new ArrayList<>(parameters.size() + 1);
        for (Parameter parameter : parameters) if (!parameter.name.equals(name)) others.add(parameter);
        return others;
    }

    public String encoded() {
        StringJoiner all = new StringJoiner("&");
        for (Parameter parameter : parameters) all.add(parameter.encoded());
        return all.toString();
    }

    /// A decoder that guesses would let two texts mean one filter: half an escape and bytes that are no UTF-8 are
    /// refused.
    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) return text;
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (decoded.indexOf('\0') >= 0)
                throw Refusal.of(ProblemType.INVALID_QUERY, "A parameter holds a NUL character.");
            return decoded;
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw Refusal.of(ProblemType.INVALID_QUERY, "A parameter is not percent-encoded UTF-8.");
        }
    }
}
