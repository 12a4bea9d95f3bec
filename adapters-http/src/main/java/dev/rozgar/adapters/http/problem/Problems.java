package dev.rozgar.adapters.http.problem;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Answer.Situation;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.Reason;
import io.helidon.http.HttpException;
import java.util.List;
import java.util.Optional;

/// Which problem a cause amounts to: the only place where failures become statuses.
public final class Problems {
    private Problems() {}

    public static Problem of(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal.problem();
            case InvalidValues invalid ->
                Problem.faulty(
                        ProblemType.INVALID_VALUES,
                        invalid.faults().stream().map(Problem.Error::at).toList());
            case PortFailure failure ->
                switch (failure.kind()) {
                    case UNAVAILABLE ->
                        Problem.of(
                                ProblemType.UNAVAILABLE,
                                failure.isTooSlow()
                                        ? "This took longer than it may. It may need less time later, or if it asks for less."
                                        : "A store does not answer at the moment.");
                    case CONFLICT -> conflict(failure.code());
                    case BROKEN -> internal();
                };
            case HttpException http -> ofStatus(http.status().code());
            default -> internal();
        };
    }

    /// What an answer that has nothing to show amounts to.
    public static Refusal refusal(Answer<?> answer) {
        return new Refusal(
                switch (answer) {
                    case Answer.Refused<?>(var reasons, var situation) -> refused(reasons, situation);
                    case Answer.Denied<?>(Verdict verdict) -> denied(verdict);
                    case Answer.Missing<?> _ -> missing();
                    case Answer.Gone<?> _ -> gone();
                    case Answer.Stale<?>(long current) ->
                        Problem.of(
                                ProblemType.PRECONDITION_FAILED,
                                "The version is " + current + " by now; read it again.");
                    case Answer.Done<?> _, Answer.Replayed<?> _ ->
                        throw new IllegalArgumentException("what is done is no problem");
                });
    }

    public static Problem gone() {
        return Problem.of(ProblemType.GONE, "It is over, or was removed.");
    }

    /// The caller may not, as far as it may know.
    public static Problem denied(Verdict verdict) {
        return switch (verdict) {
            case UNKNOWN_CALLER -> Problem.of(ProblemType.UNAUTHENTICATED, "Say who you are first.");
            case FORBIDDEN -> Problem.of(ProblemType.FORBIDDEN, "This is not open to you.");
            case HIDDEN -> missing();
            case ALLOWED -> throw new IllegalArgumentException("what is allowed is no problem");
        };
    }

    public static Problem missing() {
        return Problem.of(ProblemType.NOT_FOUND, "It does not exist or is not shown.");
    }

    /// The aggregate or the use case said no.
    static Problem refused(List<Reason> reasons) {
        return refused(reasons, Optional.empty());
    }

    /// The same about something that was to move.
    static Problem refused(List<Reason> reasons, Optional<Situation> situation) {
        for (Reason reason : reasons)
            if (reason.code().equals(ProblemType.NOT_INDEXABLE.name()))
                return Problem.of(ProblemType.NOT_INDEXABLE, reason.detail());
        Optional<Reference> reference = reasons.stream()
                .flatMap(reason -> Reference.of(reason.code()).stream())
                .findFirst();
        if (reference.isPresent()) return reference.get().problem();
        String detail =
                reasons.size() == 1 ? reasons.getFirst().detail() : reasons.size() + " reasons; see blocked_by.";
        return new Problem(ProblemType.REFUSED, ProblemType.REFUSED.name(), detail, List.of(), reasons, situation);
    }

    public static Problem ofStatus(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return Problem.of(type, type == ProblemType.NOT_FOUND ? "There is nothing at this address." : type.advice());
    }

    private static Problem internal() {
        return Problem.of(ProblemType.INTERNAL, "The server failed; quote the trace_id when you report it.");
    }

    private static Problem conflict(String code) {
        for (ProblemType own : List.of(ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT, ProblemType.IDEMPOTENCY_KEY_REUSED))
            if (own.name().equals(code)) return Problem.of(own, own.title() + ".");
        return Reference.of(code)
                .map(Reference::problem)
                .orElseGet(() -> new Problem(
                        ProblemType.CONFLICT, code, "The request collides with what is stored.", List.of(), List.of()));
    }

    /// What the stores say about single members of a body.
    private enum Reference {
        UNKNOWN_COMPANY(ProblemType.INVALID_VALUES, "/company_id", "names no company"),
        UNKNOWN_OCCUPATION(ProblemType.INVALID_VALUES, "/occupation_id", "names no occupation"),
        UNKNOWN_INDUSTRY(ProblemType.INVALID_VALUES, "/industry_code", "names no industry"),
        DUPLICATE_REQUISITION_ID(
                ProblemType.CONFLICT,
                "/requisition_id",
                "is in use: the company has a job with this requisition and language"),
        DUPLICATE_SLUG(ProblemType.CONFLICT, "/slug", "is in use by another company");

        private final ProblemType type;
        private final String pointer;
        private final String detail;

        Reference(ProblemType type, String pointer, String detail) {
            this.type = type;
            this.pointer = pointer;
            this.detail = detail;
        }

        static Optional<Reference> of(String code) {
            for (Reference reference : values()) if (reference.name().equals(code)) return Optional.of(reference);
            return Optional.empty();
        }

        Problem problem() {
            return new Problem(
                    type,
                    name(),
                    pointer + ": " + detail,
                    List.of(new Problem.Error(pointer, null, name(), detail)),
                    List.of());
        }
    }
}
