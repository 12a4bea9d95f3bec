package dev.rozgar.bootstrap.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One place for every log line, whoever writes it (System.Logger, java.util.logging, SLF4J): standard error.
public final class Logs {
    /// How a line looks.
    public enum Format {
        TEXT,
        JSON
    }

    /// What is logged at the least.
    public enum Threshold {
        ERROR(Level.SEVERE),
        WARN(Level.WARNING),
        INFO(Level.INFO),
        DEBUG(Level.FINE);

        private final Level level;

        Threshold(Level level) {
            this.level = level;
        }
    }

    /// Tells each lost connection with its stack; what that means is said once by whoever needed it.
    private static final String POOL = "com.zaxxer.hikari";

    private static final List<String> CHATTY =
            List.of("org.flywaydb", POOL, "io.helidon", "org.testcontainers", "org.apache", "co.elastic", "org.jline");

    /// The JDK forgets the level of a logger that nobody holds.
    private static List<Logger> held = List.of();

    private Logs() {}

    /// To be called before anything touches a logger.
    public static void prepare() {
        System.setProperty("java.util.logging.manager", SteadyLogs.class.getName());
    }

    /// @param chatter whether libraries may speak below a warning
    public static synchronized void configure(Format format, Threshold threshold, boolean chatter) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) root.removeHandler(handler);
        Handler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFormatter(formatter(format));
        root.addHandler(handler);
        root.setLevel(threshold == Threshold.DEBUG ? Level.INFO : threshold.level);
        Logger ours = Logger.getLogger("dev.rozgar");
        ours.setLevel(threshold.level);
        held = new ArrayList<>(List.of(ours));
        for (String name : CHATTY) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(chatter ? null : quiet(name, threshold));
            held.add(logger);
        }
        SteadyLogs.keep();
    }

    private static Level quiet(String name, Threshold threshold) {
        return threshold == Threshold.ERROR || name.equals(POOL) ? Level.SEVERE : Level.WARNING;
    }

    private static Formatter formatter(Format format) {
        return switch (format) {
            case TEXT -> new TextLines();
            case JSON -> new JsonLines();
        };
    }
}
