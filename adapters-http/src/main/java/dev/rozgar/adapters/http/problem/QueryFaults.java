package dev.rozgar.adapters.http.problem;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a query, so that a caller can mend all of it at once.
public final class QueryFaults {
    private static final int MOST = 100;

    private final List<Problem.Error> found = new ArrayList<>();

    public void add(String parameter, String code, String detail) {
        if (found.size() < MOST) found.add(Problem.Error.ofParameter(parameter, code, detail));
    }

    /// A caller's own word, short enough for a message.
    public static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public void raise() {
        if (!found.isEmpty()) throw new Refusal(Problem.faulty(ProblemType.INVALID_QUERY, found));
    }
}
