package dev.rozgar.adapters.http;

import java.time.Duration;
import java.util.Set;

/// How the server behaves towards the network.
///
/// @param port          0 for any free one
/// @param maxConcurrent requests worked on at the same time; more wait for `patience`, then are refused with 503
/// @param silence       how long a caller may keep the connection without sending a byte
/// @param drain         how long [Http#close] lets requests in flight come to their end
/// @param gzip          compress replies for callers who accept it
/// @param corsOrigins   web origins whose pages may call the API; none by default
/// @param limits        what one caller may ask in a minute
public record HttpSettings(
        String host,
        int port,
        int maxConcurrent,
        Duration patience,
        Duration silence,
        Duration drain,
        boolean accessLog,
        boolean gzip,
        Set<String> corsOrigins,
        RateLimits limits) {
    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins);
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("port is 0 to 65535");
        if (maxConcurrent < 1) throw new IllegalArgumentException("maxConcurrent is at least 1");
    }

    public static HttpSettings on(String host, int port) {
        return new HttpSettings(
                host,
                port,
                256,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                true,
                true,
                Set.of(),
                RateLimits.OFF);
    }

    /// The same with callers who may be silent for another time.
    public HttpSettings withSilence(Duration other) {
        return new HttpSettings(
                host, port, maxConcurrent, patience, other, drain, accessLog, gzip, corsOrigins, limits);
    }

    /// The same with other limits for each caller.
    public HttpSettings with(RateLimits other) {
        return new HttpSettings(
                host, port, maxConcurrent, patience, silence, drain, accessLog, gzip, corsOrigins, other);
    }
}
