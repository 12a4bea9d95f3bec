package dev.rozgar.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which servers this build brings, as the root pom says.
record Versions(String postgres, String elasticsearch) {
    static Versions ofBuild() {
        try (var in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            var properties = new Properties();
            properties.load(in);
            return new Versions(properties.getProperty("postgres", ""), properties.getProperty("elasticsearch", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
