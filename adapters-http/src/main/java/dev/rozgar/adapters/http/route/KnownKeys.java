package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.wire.Sha256;
import dev.rozgar.application.access.ApiKeys;
import dev.rozgar.application.access.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// API keys, looked up by their hash and remembered for a moment: so long may a revoked key still be used.
public final class KnownKeys {
    static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int MOST = 10_000;
    private static final Pattern KEY = Pattern.compile("rzg_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");

    private final ApiKeys keys;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Optional<Identity> identity, Instant until) {}

    public KnownKeys(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// Whether the text is meant to be a key, so that it is no token.
    static boolean isKey(String text) {
        return text.startsWith("rzg_");
    }

    /// Whose key it is, if it is one.
    Optional<Identity> find(String key) {
        if (!KEY.matcher(key).matches()) return Optional.empty();
        byte[] hash = Sha256.of(key);
        String name = HexFormat.of().formatHex(hash);
        Instant now = clock.instant();
        Seen known = seen.get(name);
        if (known != null && now.isBefore(known.until)) return known.identity;
        Optional<Identity> found = keys.find(hash, now);
        makeRoom(now);
        seen.put(name, new Seen(found, now.plus(MEMORY)));
        return found;
    }

    /// Whoever sends many wrong keys fills no memory.
    private void makeRoom(Instant now) {
        if (seen.size() < MOST) return;
        seen.values().removeIf(old -> !now.isBefore(old.until));
        if (seen.size() >= MOST) seen.clear();
    }
}
