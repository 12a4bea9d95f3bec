package dev.rozgar.adapters.http;

/// Ends the handling of a request with a problem. Without a stack trace: it is an answer, not a defect.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean closing;

    Refusal(Problem problem) {
        this(problem, false);
    }

    private Refusal(Problem problem, boolean closing) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.closing = closing;
    }

    static Refusal of(ProblemType type, String detail) {
        return new Refusal(Problem.of(type, detail));
    }

    /// After this answer the connection ends: where the request's end is, cannot be told.
    static Refusal closing(ProblemType type, String detail) {
        return new Refusal(Problem.of(type, detail), true);
    }

    Problem problem() {
        return problem;
    }

    boolean isClosing() {
        return closing;
    }
}
