package dev.rozgar.bootstrap.settings;

import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import io.helidon.config.spi.ConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where settings come from, the weakest place first.
final class Layers {
    static final String DEFAULT = "default";
    private static final String PREFIX = "ROZGAR_";
    /// Kubernetes puts the addresses of its services into the environment; one that is called `rozgar-…` sets no
    /// setting of ours.
    private static final Pattern SERVICE_LINK =
            Pattern.compile("ROZGAR_(\\w*_)?(SERVICE_(HOST|PORT)|PORT_\\d+_)\\w*|ROZGAR_(\\w*_)?PORT");
    /// Read by the launcher and the engines, before there are settings.
    private static final Set<String> LAUNCHERS = Set.of(
            "ROZGAR_JAVA_HOME", "ROZGAR_JAVA_OPTS", "ROZGAR_SKIP_BUILD", "ROZGAR_CACHE", "ROZGAR_ELASTICSEARCH_ZIP");

    private Layers() {}

    static List<Layer> of(SettingsSources sources) {
        Layer defaults = defaults();
        List<Layer> layers = new ArrayList<>(List.of(defaults));
        sources.file().map(Layers::file).ifPresent(layers::add);
        layers.add(environment(sources.environment(), defaults.values().keySet()));
        layers.add(Layer.of("system property", ours(sources.properties())));
        layers.add(Layer.of("command line", sources.options()));
        return layers;
    }

    private static Layer defaults() {
        return Layer.of(
                DEFAULT, flat(() -> ConfigSources.classpath("application.yaml").build()));
    }

    private static Layer file(Path file) {
        if (!Files.isReadable(file)) throw unreadable(file, "a readable file");
        try {
            return Layer.of(file.toString(), flat(() -> ConfigSources.file(file).build()));
        } catch (ConfigException | ClassCastException notYaml) {
            throw unreadable(file, "a YAML file of keys that begin with rozgar:");
        }
    }

    /// Only what the keys of the defaults are called in an environment can be found there, since `_` is also part of
    /// names.
    private static Layer environment(Map<String, String> environment, Set<String> known) {
        Map<String, String> keys =
                known.stream().collect(Collectors.toMap(Layers::variable, key -> key, (first, _) -> first));
        Map<String, String> values = new LinkedHashMap<>();
        environment.forEach((variable, value) -> {
            String key = keys.get(variable);
            if (key != null) values.put(key, value);
            else if (isMeantForUs(variable)) values.put(unknown(variable), value);
        });
        Map<String, String> names = new LinkedHashMap<>();
        keys.forEach((variable, key) -> names.put(key, variable));
        values.keySet().forEach(key -> names.computeIfAbsent(key, Layers::variable));
        return new Layer("environment", values, names);
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static String unknown(String variable) {
        return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    private static boolean isMeantForUs(String variable) {
        return variable.startsWith(PREFIX)
                && !variable.startsWith("ROZGAR_TEST_")
                && !LAUNCHERS.contains(variable)
                && !SERVICE_LINK.matcher(variable).matches();
    }

    private static Map<String, String> ours(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SettingsReader.ROOT))
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
    }

    /// Values stay as they are written: no references, no filters.
    private static Map<String, String> flat(Supplier<? extends ConfigSource> source) {
        Config config = Config.builder()
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .disableKeyResolving()
                .disableValueResolving()
                .disableFilterServices()
                .addSource(source.get())
                .build();
        Map<String, String> values = new LinkedHashMap<>();
        config.traverse().filter(Config::isLeaf).forEach(leaf -> {
            String key = leaf.key().toString().replaceFirst("\\.\\d+$", "");
            values.merge(key, leaf.asString().orElse(""), (one, other) -> one + "," + other);
        });
        return values;
    }

    private static InvalidSettings unreadable(Path file, String expected) {
        return new InvalidSettings(List.of(new SettingFault("settings file", file.toString(), "as named", expected)));
    }
}
