package dev.rozgar.application.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What two answers may differ in and still be the same: what stands in `waivers.tsv`, each with its reason,
/// and nothing else.
public final class Waivers {
    public static final String FILE = "waivers.tsv";
    private static final Pattern TAB = Pattern.compile("\t");
    private static final int COLUMNS = 3;

    /// Nothing is waived.
    public static final Waivers NONE = new Waivers(Map.of());

    private final Map<Kind, Waiver> granted;

    /// What can be waived at all.
    public enum Kind {
        /// A distance that is told, or that a cursor goes on from, is another by a little.
        ROUNDED_DISTANCE,
        /// Documents that are as far as each other but for a little stand in another order.
        EQUAL_DISTANCES
    }

    /// @param metres the most that two distances differ by
    public record Waiver(Kind kind, double metres, String reason) {
        public Waiver {
            if (!(metres > 0 && metres <= 1))
                throw new IllegalArgumentException(kind + ": more than 0 and at most 1 metre");
            if (reason.isBlank()) throw new IllegalArgumentException(kind + ": nothing is waived without a reason");
        }
    }

    private Waivers(Map<Kind, Waiver> granted) {
        this.granted = Map.copyOf(granted);
    }

    /// @throws IllegalArgumentException for a line that is not understood
    static Waivers of(String text) {
        Map<Kind, Waiver> granted = new EnumMap<>(Kind.class);
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] cells = TAB.split(line, COLUMNS);
            if (cells.length < COLUMNS) throw new IllegalArgumentException("a name, metres and a reason: " + line);
            Waiver waiver = new Waiver(kind(cells[0]), Double.parseDouble(cells[1]), cells[2]);
            if (granted.put(waiver.kind(), waiver) != null)
                throw new IllegalArgumentException(waiver.kind() + " is waived twice");
        }
        return new Waivers(granted);
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) if (kind.name().equals(name)) return kind;
        throw new IllegalArgumentException(name + " cannot be waived, only "
                + Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", ")));
    }

    /// Those that come with this version.
    public static Waivers read() {
        try (InputStream file = Objects.requireNonNull(Waivers.class.getResourceAsStream(FILE), FILE)) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Map<Kind, Waiver> granted() {
        return granted;
    }

    /// Whether two distances are one: to the last bit, or by a waiver, which is then told.
    Likeness likeness(Kind kind, OptionalDouble one, OptionalDouble other) {
        if (one.equals(other)) return Likeness.SAME;
        if (one.isEmpty() || other.isEmpty()) return Likeness.UNLIKE;
        return Optional.ofNullable(granted.get(kind))
                .filter(waiver -> Math.abs(one.getAsDouble() - other.getAsDouble()) <= waiver.metres())
                .map(_ -> Likeness.by(kind))
                .orElse(Likeness.UNLIKE);
    }
}
