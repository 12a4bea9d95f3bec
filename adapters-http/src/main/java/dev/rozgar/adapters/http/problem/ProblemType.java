package dev.rozgar.adapters.http.problem;

import java.util.Locale;

/// Every kind of problem the API answers with: its status, and what it means to a caller. Stable; clients may
/// switch on the code.
public enum ProblemType {
    MALFORMED_REQUEST(
            400, "The request is not legal HTTP", "Mend the request line, the headers or the framing of the body."),
    INVALID_QUERY(
            400, "Query parameters are not understood", "Each is listed in errors; nothing is ignored in silence."),
    INVALID_BODY(
            400, "The body does not have the declared shape", "Each fault is listed in errors with a JSON pointer."),
    INVALID_HEADER(400, "A header is not understood", "The detail names the header and what it may say."),
    IDEMPOTENCY_KEY_REQUIRED(400, "This must not happen twice", "Send an Idempotency-Key: any text of your own."),
    UNAUTHENTICATED(401, "It is not known who asks", "Send Authorization: Bearer with a key or a token."),
    INVALID_CREDENTIALS(401, "The key or token is not valid", "It is unknown, revoked, over or not meant for us."),
    FORBIDDEN(403, "The caller may not do this", "Neither the role nor the key allows it; another one may."),
    NOT_FOUND(404, "There is nothing at this address", "The resource never existed, is not shown, or is gone."),
    METHOD_NOT_ALLOWED(405, "The resource does not know this method", "The Allow header lists those it knows."),
    NOT_ACCEPTABLE(406, "Only application/json can be sent", "Accept application/json or anything."),
    REFUSED(
            409,
            "The rules do not allow it as things stand",
            "Each reason is listed in blocked_by, with what would help."),
    CONFLICT(409, "It collides with what is stored", "Read again and decide anew, or choose another value."),
    IDEMPOTENCY_KEY_IN_FLIGHT(
            409,
            "The same request is under way",
            "Try again after the seconds in Retry-After; you will get the first one's answer."),
    GONE(410, "It is not there any more", "It is over or was removed; forget the address."),
    CURSOR_EXPIRED(
            410,
            "Changes of that time are forgotten",
            "Export the jobs again, and go on from the Changes-Cursor of that reply."),
    PRECONDITION_FAILED(412, "It is not as the caller has it", "Read it again and decide anew."),
    BODY_TOO_LARGE(413, "The body is too large", "Send at most 1 MiB."),
    URI_TOO_LONG(414, "The address is too long", "Send fewer or shorter parameters."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The media type of the body is not read here",
            "Set Content-Type: application/json; for a PATCH application/merge-patch+json. Set no Content-Encoding."),
    INVALID_VALUES(422, "The body has values that cannot be", "Each fault is listed in errors with a JSON pointer."),
    NOT_INDEXABLE(
            422, "The search index refuses the document", "Nothing is saved; the detail is what the index says of it."),
    IDEMPOTENCY_KEY_REUSED(
            422, "The key belongs to another request", "Take a new Idempotency-Key for every new request."),
    PRECONDITION_REQUIRED(
            428, "Say which version you mean", "Send If-Match with the ETag of the private view, or from_state."),
    TOO_MANY_REQUESTS(
            429,
            "The caller asks too much",
            "Try again after the seconds in Retry-After. X-RateLimit-Limit is the budget of a minute, X-RateLimit-Remaining"
                    + " what is left of it, X-RateLimit-Reset the seconds until all of it is back."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
    INTERNAL(500, "The server failed", "It is our defect; the trace_id leads us to it."),
    UNAVAILABLE(503, "A part of the service does not answer", "Try again after the seconds in Retry-After."),
    OVERLOADED(503, "Too many requests at once", "Try again after the seconds in Retry-After."),
    SHUTTING_DOWN(503, "The server is shutting down", "Try again: another node will answer.");

    private final int status;
    private final String title;
    private final String advice;

    ProblemType(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// What a caller can do about it.
    public String advice() {
        return advice;
    }

    /// The `type` member of RFC 9457: a name, not an address.
    public String uri() {
        return "urn:rozgar:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a status set by the server itself amounts to.
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> OVERLOADED;
            default -> status >= 500 ? INTERNAL : MALFORMED_REQUEST;
        };
    }
}
