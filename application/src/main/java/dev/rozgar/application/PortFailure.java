package dev.rozgar.application;

import org.jspecify.annotations.Nullable;

/// What any port may throw, with the one thing a caller has to know: what kind of failure it is.
/// The message is for logs; it never reaches a client.
public final class PortFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why a port could not do its work.
    public enum Kind {
        /// The engine is down, hangs or is overloaded; trying again later may work.
        UNAVAILABLE,
        /// The truth refuses: a stale version, a duplicate, a missing reference.
        CONFLICT,
        /// A defect on our side: a broken statement, a reply that makes no sense.
        BROKEN
    }

    private static final String TOO_SLOW = "TOO_SLOW";

    private final Kind kind;
    private final String code;

    private PortFailure(Kind kind, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    public static PortFailure unavailable(String message, @Nullable Throwable cause) {
        return new PortFailure(Kind.UNAVAILABLE, "UNAVAILABLE", message, cause);
    }

    /// Of one that would have answered, had it been asked for less: what was asked took longer than it may.
    public static PortFailure tooSlow(String message, @Nullable Throwable cause) {
        return new PortFailure(Kind.UNAVAILABLE, TOO_SLOW, message, cause);
    }

    /// `code` says what collided in UPPER_SNAKE (`STALE_VERSION`, `DUPLICATE_REQUISITION_ID`, `UNKNOWN_COMPANY`):
    /// clients see it.
    public static PortFailure conflict(String code, String message, @Nullable Throwable cause) {
        return new PortFailure(Kind.CONFLICT, code, message, cause);
    }

    public static PortFailure broken(String message, @Nullable Throwable cause) {
        return new PortFailure(Kind.BROKEN, "BROKEN", message, cause);
    }

    /// Whether it may be for what was asked, and not for the engine.
    public boolean isTooSlow() {
        return code.equals(TOO_SLOW);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
