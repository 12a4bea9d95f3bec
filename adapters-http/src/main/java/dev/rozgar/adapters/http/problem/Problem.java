package dev.rozgar.adapters.http.problem;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.application.change.Answer.Situation;
import dev.rozgar.domain.Fault;
import dev.rozgar.domain.Reason;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a request is not done (RFC 9457), as far as the cause knows it; [Exchange] adds where and which request it was.
///
/// @param code   of the cause where it has one of its own, else the type's name
/// @param detail one sentence for people; never the server's internals
/// @param errors each fault of the request
/// @param blockedBy each rule that stands against it
/// @param situation of the thing that was to move
public record Problem(
        ProblemType type,
        String code,
        String detail,
        List<Error> errors,
        List<Reason> blockedBy,
        Optional<Situation> situation) {
    /// One fault: in the body (a JSON pointer) or in the query (a parameter's name).
    @JsonbPropertyOrder({"pointer", "parameter", "code", "detail"})
    public record Error(@Nullable String pointer, @Nullable String parameter, String code, String detail) {
        static Error at(Fault fault) {
            return new Error(fault.pointer(), null, fault.code(), fault.detail());
        }

        public static Error ofParameter(String name, String code, String detail) {
            return new Error(null, name, code, detail);
        }
    }

    /// The JSON on the wire.
    @JsonbPropertyOrder({
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "code",
        "errors",
        "currentState",
        "permitted",
        "blockedBy",
        "traceId"
    })
    public record Wire(
            String type,
            String title,
            Integer status,
            String detail,
            String instance,
            String code,
            @Nullable List<Error> errors,
            @Nullable String currentState,
            @Nullable List<String> permitted,
            @Nullable List<Blocker> blockedBy,
            String traceId) {}

    /// One reason of a refusal; without `fix` where nothing helps.
    @JsonbPropertyOrder({"code", "detail", "fix"})
    public record Blocker(
            String code, String detail, @Nullable String fix) {
        public static Blocker of(Reason reason) {
            return new Blocker(reason.code(), reason.detail(), reason.fix().isEmpty() ? null : reason.fix());
        }
    }

    public Problem {
        errors = List.copyOf(errors);
        blockedBy = List.copyOf(blockedBy);
    }

    Problem(ProblemType type, String code, String detail, List<Error> errors, List<Reason> blockedBy) {
        this(type, code, detail, errors, blockedBy, Optional.empty());
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.name(), detail, List.of(), List.of());
    }

    public static Problem faulty(ProblemType type, List<Error> errors) {
        String detail = errors.size() == 1
                ? where(errors.getFirst()) + ": " + errors.getFirst().detail()
                : errors.size() + " faults; see errors.";
        return new Problem(type, type.name(), detail, errors, List.of());
    }

    /// Its faults as those of a member of a body, in which what is faulty came.
    public List<Error> under(String pointer) {
        if (errors.isEmpty()) return List.of(new Error(pointer, null, "MALFORMED", detail));
        return errors.stream()
                .map(error -> new Error(pointer, error.parameter(), error.code(), error.detail()))
                .toList();
    }

    private static String where(Error error) {
        if (error.parameter() != null) return error.parameter();
        return error.pointer() == null || error.pointer().isEmpty() ? "body" : error.pointer();
    }

    public byte[] json(String instance, String traceId) {
        return Json.bytes(new Wire(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                instance,
                code,
                errors.isEmpty() ? null : errors,
                situation.map(Situation::state).orElse(null),
                situation.map(Situation::permitted).orElse(null),
                blockedBy.isEmpty() ? null : blockedBy.stream().map(Blocker::of).toList(),
                traceId));
    }
}
