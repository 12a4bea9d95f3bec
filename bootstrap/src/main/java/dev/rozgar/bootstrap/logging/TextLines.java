package dev.rozgar.bootstrap.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// `2026-03-01T09:30:00.123+05:30 WARN  IndexRelay: the index relay pauses`, and the stack trace of an error below it.
final class TextLines extends Formatter {
    private static final int LONGEST_LEVEL = "ERROR".length();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    @Override
    public String format(LogRecord record) {
        StringWriter line = new StringWriter();
        line.append(TIME.format(record.getInstant().atZone(ZoneId.systemDefault())))
                .append(' ')
                .append((levelName(record.getLevel()) + "  ").substring(0, LONGEST_LEVEL))
                .append(' ')
                .append(shortName(record))
                .append(": ")
                .append(onOneLine(formatMessage(record)))
                .append(System.lineSeparator());
        if (record.getThrown() != null) record.getThrown().printStackTrace(new PrintWriter(line, true));
        return line.toString();
    }

    static String levelName(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) return "ERROR";
        if (level.intValue() >= Level.WARNING.intValue()) return "WARN";
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static String shortName(LogRecord record) {
        String name = String.valueOf(record.getLoggerName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// A message may carry what a client sent; it must not be able to write a line of its own.
    private static String onOneLine(String message) {
        return message.chars().noneMatch(Character::isISOControl)
                ? message
                : message.replace("\r", "\\r").replace("\n", "\\n").replaceAll("\\p{Cntrl}", "?");
    }
}
