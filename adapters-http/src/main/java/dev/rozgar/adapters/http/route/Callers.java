package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.SingleHeader;
import dev.rozgar.application.access.Identity;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.Optional;

/// Tells who a request comes from. Credentials that are not valid are refused even where none are needed: their
/// sender believes to be somebody.
public final class Callers {
    static final HeaderName ON_BEHALF_OF = HeaderNames.create("On-Behalf-Of");
    private static final String SCHEME = "bearer ";
    private static final int LONGEST_NAME = 200;

    private final KnownKeys keys;
    private final Optional<Tokens> tokens;

    public Callers(KnownKeys keys, Optional<Tokens> tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /// @throws Refusal for credentials that are no good
    Identity of(ServerRequestHeaders headers) {
        Optional<String> given = SingleHeader.of(headers, HeaderNames.AUTHORIZATION, Callers::refused);
        if (given.isEmpty()) return Identity.ANONYMOUS;
        String text = given.get().strip();
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) throw refused();
        return identity(text.substring(SCHEME.length()).strip())
                .orElseThrow(Callers::refused)
                .speakingFor(somebody(headers));
    }

    private Optional<Identity> identity(String credentials) {
        return KnownKeys.isKey(credentials)
                ? keys.find(credentials)
                : tokens.flatMap(issuer -> issuer.read(credentials));
    }

    private static Optional<String> somebody(ServerRequestHeaders headers) {
        Optional<String> named = SingleHeader.of(headers, ON_BEHALF_OF, Callers::unreadable);
        boolean readable = named.map(String::strip)
                .filter(name -> name.isEmpty()
                        || name.length() > LONGEST_NAME
                        || !name.chars().allMatch(c -> c >= ' ' && c < 127))
                .isEmpty();
        if (!readable) throw unreadable();
        return named.map(String::strip);
    }

    private static Refusal refused() {
        return Refusal.of(ProblemType.INVALID_CREDENTIALS, "Authorization holds no key or token that is good here.");
    }

    private static Refusal unreadable() {
        return Refusal.of(
                ProblemType.INVALID_HEADER,
                "On-Behalf-Of is given once, as 1 to " + LONGEST_NAME + " visible ASCII characters.");
    }
}
