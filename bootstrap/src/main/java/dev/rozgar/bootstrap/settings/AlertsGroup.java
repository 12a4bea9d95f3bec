package dev.rozgar.bootstrap.settings;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.bootstrap.settings.Settings.Alerts;
import java.time.Duration;

/// Reads how often saved searches are looked at, and what webhooks may do.
final class AlertsGroup {
    /// Of a try: shorter than its lease.
    private static final Duration LONGEST_TRY = Duration.ofMinutes(1);

    private final SettingsReader reader;

    AlertsGroup(SettingsReader reader) {
        this.reader = reader;
    }

    Alerts read() {
        return new Alerts(
                reader.value(
                        "alerts.every",
                        "a duration from 100ms to 1h, such as 10s",
                        Forms.duration(Duration.ofMillis(100), Duration.ofHours(1))),
                reader.value(
                        "webhooks.targets", Forms.choices(WebhookTargets.class), Forms.choice(WebhookTargets.class)),
                reader.value(
                        "webhooks.timeout",
                        "a duration from 100ms to 1m, such as 10s",
                        Forms.duration(Duration.ofMillis(100), LONGEST_TRY)),
                Duration.ofDays(reader.value(
                        "webhooks.retention_days", "a whole number from 1 to 3650", Forms.whole(1, 3_650))));
    }
}
