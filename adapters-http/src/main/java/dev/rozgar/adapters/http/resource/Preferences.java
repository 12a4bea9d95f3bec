package dev.rozgar.adapters.http.resource;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a caller would like in the header `Prefer` (RFC 7240). As that wants it, what is unknown or makes no sense is
/// passed over, and of two that say the same the first counts.
///
/// @param async do not wait, or not any longer than `wait`
/// @param patience how long the caller would wait, [#LONGEST] at the most
record Preferences(boolean async, Optional<Duration> patience) {
    static final HeaderName PREFER = HeaderNames.create("Prefer");
    static final HeaderName APPLIED = HeaderNames.create("Preference-Applied");
    static final String ASYNC = "respond-async";
    static final String WAIT = "wait";
    static final Duration LONGEST = Duration.ofSeconds(30);

    /// A name, and perhaps a value; parameters behind a semicolon say nothing to us.
    private static final Pattern PREFERENCE =
            Pattern.compile("([A-Za-z-]{1,40})[ \\t]*(?:=[ \\t]*(\"[0-9]*\"|[0-9]*))?[ \\t]*(?:;.*)?");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    static Preferences of(ServerRequestHeaders headers) {
        if (!headers.contains(PREFER)) return new Preferences(false, Optional.empty());
        boolean async = false;
        Optional<Duration> wait = Optional.empty();
        for (String one : each(headers)) {
            Matcher preference = PREFERENCE.matcher(one.strip());
            if (!preference.matches()) continue;
            String value =
                    preference.group(2) == null ? "" : preference.group(2).replace("\"", "");
            if (preference.group(1).equalsIgnoreCase(ASYNC) && value.isEmpty()) async = true;
            if (preference.group(1).equalsIgnoreCase(WAIT) && wait.isEmpty()) wait = seconds(value);
        }
        return new Preferences(async, wait);
    }

    private static List<String> each(ServerRequestHeaders headers) {
        List<String> each = new ArrayList<>();
        for (String line : headers.get(PREFER).allValues()) {
            int begin = 0;
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) == '"') quoted = !quoted;
                if (line.charAt(i) != ',' || quoted) continue;
                each.add(line.substring(begin, i));
                begin = i + 1;
            }
            each.add(line.substring(begin));
        }
        return each;
    }

    private static Optional<Duration> seconds(String text) {
        if (!SECONDS.matcher(text).matches()) return Optional.empty();
        return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST.toSeconds())));
    }

    /// The value of `Preference-Applied`; empty where there is nothing to apply.
    String applied() {
        List<String> applied = new ArrayList<>();
        if (async) applied.add(ASYNC);
        patience.ifPresent(most -> applied.add(WAIT + '=' + most.toSeconds()));
        return String.join(", ", applied);
    }
}
