package dev.rozgar.bootstrap.agreement;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The week minute by minute: the plainest way to say when a shift is.
final class Minutes {
    private static final int DAY = 24 * 60;

    private Minutes() {}

    /// @param start minutes since midnight
    /// @param end on the next day if it is not later
    static boolean[] of(Set<DayOfWeek> days, int start, int end) {
        boolean[] minutes = new boolean[7 * DAY];
        int length = end > start ? end - start : end - start + DAY;
        for (DayOfWeek day : days)
            for (int m = 0; m < length; m++) minutes[(day.ordinal() * DAY + start + m) % minutes.length] = true;
        return minutes;
    }

    static boolean meet(boolean[] one, boolean[] other) {
        for (int i = 0; i < one.length; i++) if (one[i] && other[i]) return true;
        return false;
    }

    /// Those of a job that say their times.
    static List<boolean[]> shifts(JsonObject job) {
        List<boolean[]> shifts = new ArrayList<>();
        for (JsonObject shift : job.getJsonArray("shifts").getValuesAs(JsonObject.class)) {
            if (shift.isNull("starts")) continue;
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (JsonString day : shift.getJsonArray("days").getValuesAs(JsonString.class))
                days.add(DayOfWeek.valueOf(day.getString()));
            if (days.isEmpty()) days.addAll(EnumSet.allOf(DayOfWeek.class));
            shifts.add(of(days, minute(shift.getString("starts")), minute(shift.getString("ends"))));
        }
        return shifts;
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }
}
