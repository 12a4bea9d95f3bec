package dev.rozgar.domain.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateMachinesPageTest {
    private static final Path COMMITTED = Path.of("../docs/state-machines.md");

    @Test
    void isTheCommittedText() throws IOException {
        var rendered = StateMachinesPage.rendered();
        if (Boolean.getBoolean("rozgar.render")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, rendered);
        }

        assertEquals(Files.readString(COMMITTED), rendered, "to render: " + StateMachinesPage.COMMAND);
    }
}
