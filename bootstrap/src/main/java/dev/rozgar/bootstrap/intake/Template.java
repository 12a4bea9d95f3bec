package dev.rozgar.bootstrap.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Text with the names of columns in braces: `{Job ID}/{Posting Type}`. A line that names a column without a value in
/// the row is left out; where no line is left there is no value.
final class Template {
    private final List<List<Part>> lines;

    private sealed interface Part {
        record Words(String text) implements Part {}

        record Column(String name) implements Part {}
    }

    private Template(List<List<Part>> lines) {
        this.lines = lines;
    }

    /// @throws UnusableImport where a brace is not closed
    static Template parse(String text) {
        return new Template(text.strip().lines().map(Template::line).toList());
    }

    private static List<Part> line(String line) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('{', at);
            if (open < 0) {
                parts.add(new Part.Words(line.substring(at)));
                break;
            }
            int close = line.indexOf('}', open);
            if (close < 0) {
                throw new UnusableImport("a brace is not closed in: " + line);
            }
            parts.add(new Part.Words(line.substring(at, open)));
            parts.add(new Part.Column(line.substring(open + 1, close).strip()));
            at = close + 1;
        }
        return parts;
    }

    Set<String> columns() {
        var names = new LinkedHashSet<String>();
        for (List<Part> line : lines) {
            for (Part part : line) {
                if (part instanceof Part.Column(String name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    Optional<String> fill(Function<String, Optional<String>> cell) {
        var filled = new ArrayList<String>();
        for (List<Part> line : lines) {
            fill(line, cell).ifPresent(filled::add);
        }
        var text = String.join("\n", filled).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> fill(List<Part> line, Function<String, Optional<String>> cell) {
        var text = new StringBuilder();
        for (Part part : line) {
            switch (part) {
                case Part.Words(String words) -> text.append(words);
                case Part.Column(String name) -> {
                    var value = cell.apply(name);
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    text.append(value.get());
                }
            }
        }
        return Optional.of(text.toString());
    }
}
