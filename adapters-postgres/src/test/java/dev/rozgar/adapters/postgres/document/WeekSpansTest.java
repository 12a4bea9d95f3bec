package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.listing.WeekSpans;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// `week_spans` and [WeekSpans] together, against the minutes of a week.
class WeekSpansTest {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Random RANDOM = new Random(11);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aShiftOverlapsATimeIfTheyShareAMinute() throws SQLException {
        int overlapping = 0;
        for (int i = 0; i < 300; i++) {
            int start = RANDOM.nextInt(DAY);
            int end = (start + 1 + RANDOM.nextInt(DAY - 1)) % DAY;
            Set<DayOfWeek> days = days();
            List<Long> spans = spans(start, end, days);
            boolean[] worked = minutes(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, start, end);
            for (int n = 0; n < 20; n++) {
                int from = RANDOM.nextInt(WeekSpans.OF_A_DAY);
                int to = (from + 1 + RANDOM.nextInt(WeekSpans.OF_A_DAY - 1)) % WeekSpans.OF_A_DAY;
                Set<DayOfWeek> on = days();
                if (on.isEmpty()) on = EnumSet.allOf(DayOfWeek.class);
                boolean[] sought = minutes(on, from * 30, to * 30);
                boolean overlaps = false;
                for (int minute = 0; minute < WEEK; minute++) overlaps |= worked[minute] && sought[minute];
                Set<Long> touching = WeekSpans.touching(on, from, to);
                assertEquals(overlaps, spans.stream().anyMatch(touching::contains), start + ".." + end + " " + days);
                if (overlaps) overlapping++;
            }
        }
        assertTrue(overlapping > 1_000 && overlapping < 5_500, "so many overlap: " + overlapping);
    }

    @Test
    void aShiftIsAFewSpans() throws SQLException {
        assertEquals(4, spans(9 * 60, 18 * 60, EnumSet.of(DayOfWeek.MONDAY)).size());
        assertEquals(List.of(), spans(-1, -1, EnumSet.of(DayOfWeek.MONDAY)));
    }

    private static Set<DayOfWeek> days() {
        return Arrays.stream(DayOfWeek.values())
                .filter(_ -> RANDOM.nextInt(3) == 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static boolean[] minutes(Set<DayOfWeek> days, int start, int end) {
        boolean[] minutes = new boolean[WEEK];
        int length = end > start ? end - start : end - start + DAY;
        for (DayOfWeek day : days)
            for (int m = 0; m < length; m++) minutes[(day.ordinal() * DAY + start + m) % WEEK] = true;
        return minutes;
    }

    private static List<Long> spans(int start, int end, Set<DayOfWeek> days) throws SQLException {
        return DATABASE.use(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select week_spans(cast(? as time), cast(? as time), ?)")) {
                statement.setString(1, time(start));
                statement.setString(2, time(end));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "text", days.stream().map(Enum::name).toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return List.of((Long[]) rows.getArray(1).getArray());
                }
            }
        });
    }

    /// @param minute of the day; none below 0
    private static @Nullable String time(int minute) {
        return minute < 0 ? null : LocalTime.ofSecondOfDay(minute * 60L).toString();
    }
}
