package dev.rozgar.bootstrap.terminal;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/// Whether a person looks at the output.
final class Watched {
    private Watched() {}

    static boolean byPerson() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
