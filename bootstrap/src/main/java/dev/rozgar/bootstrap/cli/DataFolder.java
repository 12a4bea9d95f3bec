package dev.rozgar.bootstrap.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder in which the demo keeps its data.
final class DataFolder {
    /// What the engines put there; a folder with anything else in it is somebody else's.
    private static final List<String> OURS = List.of("postgresql", "elasticsearch", "build.log", "build.lock");

    private DataFolder() {}

    static void empty(Path dir) {
        if (!Files.isDirectory(dir)) return;
        try (Stream<Path> members = Files.list(dir)) {
            for (Path member : members.toList()) {
                if (OURS.contains(member.getFileName().toString())) delete(member);
            }
        } catch (IOException failure) {
            throw new Refusal("The data in " + dir + " cannot be thrown away: " + failure.getMessage());
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            paths.sorted(Comparator.reverseOrder()).forEach(DataFolder::deleteOne);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
