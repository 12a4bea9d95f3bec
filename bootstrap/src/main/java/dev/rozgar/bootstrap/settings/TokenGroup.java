package dev.rozgar.bootstrap.settings;

import dev.rozgar.adapters.http.TokenSettings;
import dev.rozgar.adapters.http.TokenSettings.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads whose tokens are believed. Without an issuer nobody's are, and then nothing else may be set.
final class TokenGroup {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final long LARGEST_FILE = 1 << 16;

    private final SettingsReader reader;

    TokenGroup(SettingsReader reader) {
        this.reader = reader;
    }

    Optional<TokenSettings> read() {
        String issuer = reader.value("jwt.issuer", "the iss of tokens, or nothing", Optional::of);
        String audience = reader.value("jwt.audience", "the aud of tokens", Optional::of);
        Optional<Keys> inline = reader.masked(
                "jwt.jwks", "a JSON Web Key Set of public keys, or nothing", text -> orNothing(text, inline(text)));
        Optional<Keys> file = reader.value(
                "jwt.jwks_file",
                "a readable file with a JSON Web Key Set of public keys, or nothing",
                text -> orNothing(text, file(text)));
        Optional<Keys> url = reader.value(
                "jwt.jwks_url",
                "an https address (http only of this machine), or nothing",
                text -> orNothing(text, address(text)));
        Duration skew = reader.value(
                "jwt.skew", "a duration from 1s to 10m", Forms.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)));
        List<Keys> keys = Stream.of(inline, file, url).flatMap(Optional::stream).toList();
        reader.unless(issuer.isEmpty() == audience.isEmpty(), "jwt.audience", "an audience with an issuer, or neither");
        reader.unless(
                keys.size() == (issuer.isEmpty() ? 0 : 1),
                "jwt.issuer",
                "an issuer with one of jwks, jwks_file and jwks_url, or none of them");
        return issuer.isEmpty()
                ? Optional.empty()
                : keys.stream().findFirst().map(found -> new TokenSettings(issuer, audience, found, skew));
    }

    /// Nothing is right too, and something only if it can be read.
    private static Optional<Optional<Keys>> orNothing(String text, Optional<Keys> read) {
        return text.isEmpty() || read.isPresent() ? Optional.of(read) : Optional.empty();
    }

    private static Optional<Keys> inline(String json) {
        try {
            return Optional.of(new Keys.Inline(json));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Keys> file(String name) {
        try {
            Path path = Path.of(name);
            boolean small = Files.isRegularFile(path) && Files.size(path) <= LARGEST_FILE;
            return small ? inline(Files.readString(path)) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /// Whoever can change the answer on its way can sign tokens.
    private static Optional<Keys> address(String text) {
        try {
            URI uri = new URI(text);
            boolean safe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
            boolean legal = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return safe && legal ? Optional.of(new Keys.At(uri)) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
