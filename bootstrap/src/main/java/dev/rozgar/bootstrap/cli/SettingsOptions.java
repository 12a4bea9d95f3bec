package dev.rozgar.bootstrap.cli;

import dev.rozgar.bootstrap.logging.Logs;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every command has.
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in YAML; without it, ./rozgar.yaml if there is one.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as rozgar.server.port=9000; stronger than the file and the environment.")
    private final Map<String, String> chosen = new LinkedHashMap<>();

    @Option(names = "--verbose", description = "Let the libraries speak too.")
    private boolean verbose;

    /// Reads the settings and begins to log as they say.
    Settings read() {
        return read(Map.of());
    }

    /// For a command that is about what searches answer, not about how long they take.
    Settings readPatiently() {
        return read(Map.of("rozgar.postgres.list_timeout", "60s", "rozgar.elasticsearch.read_timeout", "60s"));
    }

    /// @param options what the command's own options say, by full key
    Settings read(Map<String, String> options) {
        Settings settings = Settings.read(sources(options));
        Logs.configure(settings.log().format(), settings.log().level(), verbose);
        return settings;
    }

    SettingsSources sources(Map<String, String> options) {
        return SettingsSources.ofProcess(Optional.ofNullable(file), chosen).with(options);
    }
}
