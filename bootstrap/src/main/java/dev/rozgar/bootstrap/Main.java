package dev.rozgar.bootstrap;

import dev.rozgar.bootstrap.cli.Rozgar;
import dev.rozgar.bootstrap.logging.Logs;

/// The program.
public final class Main {
    private Main() {}

    public static void main(String... args) {
        Logs.prepare();
        System.exit(Rozgar.run(args));
    }
}
