package dev.rozgar.bootstrap.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How the text of a setting is read. Empty means: not one of these.
final class Forms {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");

    private Forms() {}

    static Function<String, Optional<Integer>> whole(int least, int most) {
        return text -> {
            try {
                int number = Integer.parseInt(text);
                return number < least || number > most ? Optional.empty() : Optional.of(number);
            } catch (NumberFormatException notOne) {
                return Optional.empty();
            }
        };
    }

    static Function<String, Optional<Duration>> duration(Duration least, Duration most) {
        return text -> {
            Matcher parts = DURATION.matcher(text);
            if (!parts.matches()) return Optional.empty();
            long amount = Long.parseLong(parts.group(1));
            Duration duration = switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
            return duration.compareTo(least) < 0 || duration.compareTo(most) > 0
                    ? Optional.empty()
                    : Optional.of(duration);
        };
    }

    static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<String> word(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// The constants of an enum by their lower-case names.
    static <E extends Enum<E>> Function<String, Optional<E>> choice(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> lower(constant).equals(text))
                .findFirst();
    }

    static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Forms::lower)
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    static Function<String, Optional<String>> matching(Pattern pattern) {
        return text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    static Optional<List<URI>> nodes(String text) {
        List<Optional<URI>> nodes = list(text).stream().map(Forms::node).toList();
        return nodes.isEmpty() || nodes.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(nodes.stream().flatMap(Optional::stream).toList());
    }

    /// A scheme and a host, nothing behind them (RFC 6454).
    static Optional<List<String>> origins(String text) {
        List<String> origins = list(text);
        return origins.stream().allMatch(ORIGIN.asMatchPredicate()) ? Optional.of(origins) : Optional.empty();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static Optional<URI> node(String text) {
        try {
            URI uri = new URI(text);
            boolean legal = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null;
            return legal ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
