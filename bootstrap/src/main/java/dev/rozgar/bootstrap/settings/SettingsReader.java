package dev.rozgar.bootstrap.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads typed values out of layers and collects what is wrong with them. Reading a key is what makes it known: at the
/// end every key that nobody asked for is a fault too, so no list of keys has to be kept.
final class SettingsReader {
    static final String ROOT = "rozgar.";

    private final List<Layer> layers;
    private final Map<String, Effective> read = new LinkedHashMap<>();
    private final List<SettingFault> faults = new ArrayList<>();

    /// @param layers the weakest first; it holds a right value for every key
    SettingsReader(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    <T> T value(String key, String expected, Function<String, Optional<T>> parse) {
        return value(key, expected, parse, Masks::address);
    }

    String secret(String key) {
        return value(key, "a text", Optional::of, Masks::secret);
    }

    /// A value that is shown to nobody: what is put there by mistake may be a secret.
    <T> T masked(String key, String expected, Function<String, Optional<T>> parse) {
        return value(key, expected, parse, Masks::secret);
    }

    private <T> T value(
            String key, String expected, Function<String, Optional<T>> parse, Function<String, String> shown) {
        String full = ROOT + key;
        Layer layer = strongest(full);
        String text = text(layer, full);
        read.put(full, new Effective(full, shown.apply(text), layer.source()));
        return parse.apply(text.strip()).orElseGet(() -> {
            faults.add(new SettingFault(layer.nameOf(full), shown.apply(text), layer.source(), expected));
            // The caller needs some value to read on, so that all faults are found.
            return parse.apply(text(layers.getFirst(), full)).orElseThrow();
        });
    }

    /// A rule between settings that are right by themselves; pins the fault on `key`.
    void unless(boolean holds, String key, String expected) {
        if (holds) return;
        String full = ROOT + key;
        Effective found = Optional.ofNullable(read.get(full)).orElseThrow();
        faults.add(new SettingFault(strongest(full).nameOf(full), found.shown(), found.source(), expected));
    }

    List<Effective> effective() {
        return List.copyOf(read.values());
    }

    /// @throws InvalidSettings if anything was wrong or unknown
    void end() {
        for (Layer layer : layers) {
            new TreeSet<>(layer.values().keySet())
                    .stream().filter(key -> !read.containsKey(key)).forEach(key -> addUnknown(layer, key));
        }
        if (!faults.isEmpty()) throw new InvalidSettings(faults);
    }

    private void addUnknown(Layer layer, String key) {
        String known = Nearest.to(key, read.keySet())
                .map(near -> "a known key; did you mean " + layer.nameOf(near) + "?")
                .orElse("a known key, see `rozgar config`");
        // The value of a misspelt password is a password.
        faults.add(new SettingFault(layer.nameOf(key), Masks.secret("*"), layer.source(), known));
    }

    private Layer strongest(String key) {
        return layers.reversed().stream()
                .filter(layer -> layer.values().containsKey(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("application.yaml has no " + key));
    }

    private static String text(Layer layer, String key) {
        return Optional.ofNullable(layer.values().get(key)).orElseThrow();
    }
}
