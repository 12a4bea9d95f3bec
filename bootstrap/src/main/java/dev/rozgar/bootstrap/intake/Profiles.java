package dev.rozgar.bootstrap.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds profiles: those that come with the product by their name, others by their path.
public final class Profiles {
    /// Those that come with the product.
    public static final List<String> NAMES = List.of("nyc", "schema-org");

    private static final long LARGEST = 1 << 20;

    private Profiles() {}

    /// @throws UnusableImport where there is none, or one with faults
    static Profile find(String nameOrPath) {
        try {
            return NAMES.contains(nameOrPath) ? ours(nameOrPath) : theirs(Path.of(nameOrPath));
        } catch (InvalidPathException noPath) {
            throw new UnusableImport("The profile is neither a name nor a path.");
        }
    }

    private static Profile ours(String name) {
        try (@Nullable InputStream in = Profiles.class.getResourceAsStream("profiles/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the build lost the profile " + name);
            }
            return ProfileYaml.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Profile theirs(Path path) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                throw new UnusableImport("There is no profile " + path + ". Give one of " + String.join(", ", NAMES)
                        + ", or the path of a YAML file.");
            }
            var name = path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            return ProfileYaml.read(name, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UnusableImport("The profile " + path + " cannot be read as UTF-8 text.");
        }
    }
}
