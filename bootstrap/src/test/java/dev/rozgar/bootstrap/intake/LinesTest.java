package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
    @TempDir
    private Path folder;

    @Test
    void linesOfAnyLengthKeepEveryCharacter() throws IOException {
        var lines = IntStream.iterate(0, n -> n < 70_000, n -> n + 997)
                .mapToObj("é"::repeat)
                .toList();
        var file = Fixtures.written(folder, String.join("\r\n", lines));

        try (var read = new Lines(file, StandardCharsets.UTF_8)) {
            for (String line : lines) {
                assertEquals(line, read.next().orElseThrow().text());
            }
            assertEquals(Optional.empty(), read.next());
        }
    }
}
