package dev.rozgar.adapters.http.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong with a query, so that a caller can mend all of it at once: by the names of parameters,
/// or of a query that came as a body by pointers to its members.
public final class QueryFaults {
    private static final int MOST = 100;

    private final List<Problem.Error> found;
    private final Optional<String> object;

    public QueryFaults() {
        this(new ArrayList<>(), Optional.empty());
    }

    private QueryFaults(List<Problem.Error> found, Optional<String> object) {
        this.found = found;
        this.object = object;
    }

    /// Of a body whose members are parameters.
    public static QueryFaults ofBody() {
        return new QueryFaults(new ArrayList<>(), Optional.of(""));
    }

    /// The same collection, for an object that lies inside.
    ///
    /// @param pointer from here to there
    public QueryFaults within(String pointer) {
        return new QueryFaults(found, object.map(outer -> outer + pointer));
    }

    public void add(String parameter, String code, String detail) {
        add(parameter, -1, code, detail);
    }

    /// @param place of the one value that is wrong, in an array of a body; -1 of a parameter as a whole
    public void add(String parameter, int place, String code, String detail) {
        Problem.Error error = object.map(outer ->
                        new Problem.Error(outer + step(parameter) + (place < 0 ? "" : "/" + place), null, code, detail))
                .orElseGet(() -> Problem.Error.ofParameter(parameter, code, detail));
        if (found.size() < MOST) found.add(error);
    }

    /// @param hint at what may have been meant
    public void unknown(String parameter, String hint) {
        boolean body = object.isPresent();
        add(
                cut(parameter),
                body ? "UNKNOWN_MEMBER" : "UNKNOWN_PARAMETER",
                (body ? "is no member here" : "is no parameter of this list") + hint);
    }

    /// Of the object itself.
    public void whole(String code, String detail) {
        if (found.size() < MOST) found.add(new Problem.Error(object.orElse(""), null, code, detail));
    }

    private static String step(String name) {
        return '/' + name.replace("~", "~0").replace("/", "~1");
    }

    /// A caller's own word, short enough for a message.
    public static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public void raise() {
        ProblemType type = object.isPresent() ? ProblemType.INVALID_BODY : ProblemType.INVALID_QUERY;
        if (!found.isEmpty()) throw new Refusal(Problem.faulty(type, found));
    }
}
