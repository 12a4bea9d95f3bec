package dev.rozgar.bootstrap.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What settings are read from, besides the defaults in the jar.
///
/// @param file a YAML file; it must be there
/// @param options full keys with values, from the command line; the strongest
public record SettingsSources(
        Optional<Path> file, Map<String, String> environment, Properties properties, Map<String, String> options) {
    private static final Path USUAL_FILE = Path.of("rozgar.yaml");

    public SettingsSources {
        environment = Map.copyOf(environment);
        options = Map.copyOf(options);
    }

    /// What this process sees. Without a named file `./rozgar.yaml` is read if there is one.
    public static SettingsSources ofProcess(Optional<Path> named, Map<String, String> options) {
        Optional<Path> file = named.or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
        return new SettingsSources(file, System.getenv(), System.getProperties(), options);
    }

    /// Nothing but the defaults and these values.
    public static SettingsSources only(Map<String, String> options) {
        return new SettingsSources(Optional.empty(), Map.of(), new Properties(), options);
    }

    /// The options, and the properties that are weaker, as variables for a child process: its environment is not shown
    /// in lists of processes, as its arguments are.
    public Map<String, String> optionsAsEnvironment() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames())
            if (key.startsWith(SettingsReader.ROOT)) variables.put(Layers.variable(key), properties.getProperty(key));
        options.forEach((key, value) -> variables.put(Layers.variable(key), value));
        return variables;
    }

    /// The same with more options, which are stronger than those there are.
    public SettingsSources with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.putAll(more);
        return new SettingsSources(file, environment, properties, all);
    }
}
