package dev.rozgar.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void aTextLineHasTimeLevelPlaceAndMessage() {
        String line = new TextLines().format(record(Level.WARNING, "the index has {0} documents", 3));
        assertTrue(line.matches("\\d{4}-\\S+ WARN  Relay: the index has 3 documents\\R"), line);
    }

    @Test
    void aMessageCannotWriteALineOfItsOwn() {
        String line = new TextLines().format(record(Level.INFO, "first\r\n2026-01-01 ERROR second\u001b[2J"));
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.endsWith("first\\r\\n2026-01-01 ERROR second?[2J" + System.lineSeparator()), line);
    }

    @Test
    void anErrorBringsItsStack() {
        LogRecord record = record(Level.SEVERE, "broken");
        record.setThrown(new IllegalStateException("why"));
        assertTrue(new TextLines().format(record).contains("java.lang.IllegalStateException: why"));
    }

    @Test
    void aJsonLineIsOneObject() {
        LogRecord record = record(Level.SEVERE, "said \"no\"\n");
        record.setThrown(new IllegalStateException("why"));
        String line = new JsonLines().format(record);
        JsonObject json =
                JsonProvider.provider().createReader(new StringReader(line)).readObject();
        assertEquals(1, line.lines().count());
        assertEquals("said \"no\"\n", json.getString("message"));
        assertEquals("ERROR", json.getString("level"));
        assertEquals("dev.rozgar.Relay", json.getString("logger"));
        assertTrue(json.getString("stack").contains("why"));
    }

    private static LogRecord record(Level level, String message, Object... parameters) {
        LogRecord record = new LogRecord(level, message);
        record.setLoggerName("dev.rozgar.Relay");
        record.setParameters(parameters);
        return record;
    }
}
