package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.wire.HttpDate;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// That an operation is on its way out, as every answer of it says: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and
/// links to what takes its place and to the description.
///
/// @param since     from when on nobody should begin to use it
/// @param sunset    when it will be gone, if that is known
/// @param successor the path of what takes its place
public record Deprecation(Instant since, Optional<Instant> sunset, Optional<String> successor) {
    private static final HeaderName DEPRECATION = HeaderNames.create("Deprecation");
    private static final HeaderName SUNSET = HeaderNames.create("Sunset");
    private static final HeaderName LINK = HeaderNames.create("Link");

    public Deprecation {
        if (sunset.isPresent() && sunset.get().isBefore(since))
            throw new IllegalArgumentException("gone before it was deprecated");
    }

    List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        headers.add(HeaderValues.create(DEPRECATION, "@" + since.getEpochSecond()));
        sunset.ifPresent(end -> headers.add(HeaderValues.create(SUNSET, HttpDate.of(end))));
        successor.ifPresent(path -> headers.add(HeaderValues.create(LINK, link(path, "successor-version"))));
        headers.add(HeaderValues.create(LINK, link(Operation.OPENAPI.template(), "deprecation")));
        return headers;
    }

    /// What people read in the description.
    public String sentence() {
        return "Deprecated since " + since
                + sunset.map(end -> "; gone on " + end).orElse("")
                + successor.map(path -> "; use " + path).orElse("") + ".";
    }

    private static String link(String path, String relation) {
        return '<' + path + ">; rel=\"" + relation + '"';
    }
}
