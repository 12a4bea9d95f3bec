package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.SingleHeader;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a write says about the version that it was meant for (RFC 9110 §13.1). A tag of ours is the version's number;
/// any other tag, and a weak one, can match nothing.
public final class Preconditions {
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e]*\"");
    private static final OptionalLong NEVER = OptionalLong.of(-1);

    private Preconditions() {}

    /// The version that must be the stored one; an empty number where the caller says that any will do (`*`).
    /// Nothing at all where it says nothing.
    static Optional<OptionalLong> ifMatch(Exchange exchange) {
        return header(exchange, HeaderNames.IF_MATCH).map(Preconditions::version);
    }

    /// The same where the caller must say something.
    ///
    /// @throws Refusal (428) if it does not
    public static OptionalLong required(Exchange exchange) {
        return ifMatch(exchange)
                .orElseThrow(() -> Refusal.of(
                        ProblemType.PRECONDITION_REQUIRED, "If-Match is needed: the ETag of the private view."));
    }

    /// For a move, which may name the state that it is to lead out of instead.
    ///
    /// @throws Refusal (428) if neither is said
    public static OptionalLong orState(Exchange exchange, Optional<?> from) {
        Optional<OptionalLong> version = ifMatch(exchange);
        if (version.isEmpty() && from.isEmpty())
            throw Refusal.of(ProblemType.PRECONDITION_REQUIRED, "Either If-Match or from_state is needed.");
        return version.orElse(OptionalLong.empty());
    }

    /// Whether something is to be made only if there is none yet.
    public static boolean onlyIfAbsent(Exchange exchange) {
        Optional<String> given = header(exchange, HeaderNames.IF_NONE_MATCH);
        if (given.isPresent() && !given.get().strip().equals("*"))
            throw Refusal.of(ProblemType.INVALID_HEADER, "If-None-Match may only be * here.");
        return given.isPresent();
    }

    public static String tag(long version) {
        return "\"" + version + '"';
    }

    private static OptionalLong version(String header) {
        String text = header.strip();
        if (text.equals("*")) return OptionalLong.empty();
        var number = VERSION.matcher(text);
        if (number.matches()) return OptionalLong.of(Long.parseLong(number.group(1)));
        if (TAG.matcher(text).matches()) return NEVER;
        throw Refusal.of(ProblemType.INVALID_HEADER, "If-Match holds one entity tag in quotes, or *.");
    }

    private static Optional<String> header(Exchange exchange, HeaderName name) {
        ServerRequestHeaders headers = exchange.request().headers();
        return SingleHeader.of(
                headers,
                name,
                () -> Refusal.of(ProblemType.INVALID_HEADER, name.defaultCase() + " may be given once."));
    }
}
