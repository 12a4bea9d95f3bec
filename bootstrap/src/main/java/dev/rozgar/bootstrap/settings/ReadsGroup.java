package dev.rozgar.bootstrap.settings;

import dev.rozgar.bootstrap.settings.Settings.Reads;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads how long reads may take, and which of them are tried on the other store too.
final class ReadsGroup {
    private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?");

    private final SettingsReader reader;

    ReadsGroup(SettingsReader reader) {
        this.reader = reader;
    }

    Reads read() {
        return new Reads(
                duration("reads.deadline"),
                duration("reads.pause"),
                duration("reads.consistent_within"),
                reader.value("shadow.share", "a share from 0 to 1, such as 0.01", ReadsGroup::share));
    }

    private Duration duration(String key) {
        return reader.value(
                key,
                "a duration from 1ms to 1m, such as 250ms or 5s",
                Forms.duration(Duration.ofMillis(1), Duration.ofMinutes(1)));
    }

    private static Optional<Double> share(String text) {
        return SHARE.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
