package dev.rozgar.bootstrap.taxonomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tables that lie beside a class as tab-separated UTF-8 text; empty lines and lines that begin with `#` say nothing.
public final class Table {
    private Table() {}

    /// The cells of each line. Empty cells at the end of a line are kept.
    public static List<List<String>> rows(Class<?> beside, String name) {
        return lines(beside, name).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /// The lines as they are.
    public static List<String> lines(Class<?> beside, String name) {
        try (@Nullable InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lost the resource " + name);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
