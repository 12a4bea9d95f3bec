package dev.rozgar.bootstrap.logging;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One JSON object per line: `time` (UTC), `level`, `logger`, `thread`, `message` and, of an error, `stack`.
final class JsonLines extends Formatter {
    /// Looked up once: each lookup searches the class path.
    private final JsonProvider json = JsonProvider.provider();

    @Override
    public String format(LogRecord record) {
        JsonObjectBuilder line = json.createObjectBuilder()
                .add("time", record.getInstant().toString())
                .add("level", TextLines.levelName(record.getLevel()))
                .add("logger", String.valueOf(record.getLoggerName()))
                .add("thread", Thread.currentThread().getName())
                .add("message", formatMessage(record));
        if (record.getThrown() != null) {
            StringWriter stack = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(stack, true));
            line.add("stack", stack.toString());
        }
        return line.build() + "\n";
    }
}
