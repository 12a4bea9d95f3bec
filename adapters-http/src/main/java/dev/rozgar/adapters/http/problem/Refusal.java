package dev.rozgar.adapters.http.problem;

/// Ends the handling of a request with a problem. Without a stack trace: it is an answer, not a defect.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean closing;

    public Refusal(Problem problem) {
        this(problem, false);
    }

    private Refusal(Problem problem, boolean closing) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.closing = closing;
    }

    public static Refusal of(ProblemType type, String detail) {
        return new Refusal(Problem.of(type, detail));
    }

    /// After this answer the connection ends: where the request's end is, cannot be told.
    public static Refusal closing(ProblemType type, String detail) {
        return new Refusal(Problem.of(type, detail), true);
    }

    public Problem problem() {
        return problem;
    }

    public boolean isClosing() {
        return closing;
    }
}
