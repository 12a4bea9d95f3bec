package dev.rozgar.bootstrap.settings;

import java.util.Map;

/// Values from one place.
///
/// @param source the place in words, as a person would look for it
/// @param values by full key, such as `rozgar.server.port`
/// @param names how a key is called in this place, where that differs (an environment variable)
record Layer(String source, Map<String, String> values, Map<String, String> names) {
    Layer {
        values = Map.copyOf(values);
        names = Map.copyOf(names);
    }

    static Layer of(String source, Map<String, String> values) {
        return new Layer(source, values, Map.of());
    }

    /// What a person has to look for in this place to find `key`.
    String nameOf(String key) {
        return names.getOrDefault(key, key);
    }
}
