package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.SingleHeader;
import dev.rozgar.application.change.ConsistencyToken;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Optional;

/// The word that a write gives its caller, and that the caller's reads bring back to be as new as the write.
public final class Consistency {
    public static final String PARAMETER = "consistency_token";
    public static final String HEADER = "Consistency-Token";
    private static final HeaderName NAME = HeaderNames.create(HEADER);

    private Consistency() {}

    /// The token of a read, by its header or its query. If it brings both, the later of two writes is meant by one of
    /// them, and nobody can tell by which: they must be the same.
    ///
    /// @throws Refusal for a header that is no token
    public static Optional<ConsistencyToken> of(Exchange exchange, QueryFaults faults) {
        return of(exchange, exchange.query(), faults);
    }

    /// The same with the query that came in a body.
    public static Optional<ConsistencyToken> of(Exchange exchange, QueryString query, QueryFaults faults) {
        Optional<ConsistencyToken> header = SingleHeader.of(exchange.request().headers(), NAME, Consistency::refused)
                .map(text -> ConsistencyToken.parse(text).orElseThrow(Consistency::refused));
        Optional<String> given = query.first(PARAMETER);
        if (given.isEmpty()) return header;
        Optional<ConsistencyToken> token = ConsistencyToken.parse(given.get());
        if (token.isEmpty()) faults.add(PARAMETER, "MALFORMED", "is no token that a write has given");
        else if (header.isPresent() && !header.equals(token))
            faults.add(PARAMETER, "CONTRADICTS", "is not the token of the header " + HEADER);
        return token;
    }

    static void tell(Exchange exchange, Optional<ConsistencyToken> token) {
        token.ifPresent(given -> exchange.with(HeaderValues.create(NAME, given.text())));
    }

    private static Refusal refused() {
        return Refusal.of(
                ProblemType.INVALID_HEADER, HEADER + " is given once, as it came with the answer to a write.");
    }
}
