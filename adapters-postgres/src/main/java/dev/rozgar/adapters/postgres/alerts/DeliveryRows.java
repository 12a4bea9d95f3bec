package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.adapters.postgres.sql.RowWriter;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.application.alerts.Deliveries.Try;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Delivered;
import dev.rozgar.domain.alerts.DeliveryState.Failed;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.DeliveryState.Pending;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Events on their way as rows and back.
final class DeliveryRows {
    private static final String PENDING = "PENDING";
    private static final String DELIVERED = "DELIVERED";
    private static final String FAILED = "FAILED";

    private DeliveryRows() {}

    static Due due(ResultSet row) throws SQLException {
        return new Due(
                new DeliveryId(row.getLong("id")),
                new WebhookId(row.getLong("webhook_id")),
                new WebhookUrl(row.getString("url")),
                secrets(row.getString("secret"), Optional.ofNullable(row.getString("secret_before"))),
                EventType.valueOf(row.getString("event")),
                row.getString("body"),
                pending(row));
    }

    private static List<Secret> secrets(String newest, Optional<String> before) {
        return Stream.concat(Stream.of(newest), before.stream())
                .map(Secret::new)
                .toList();
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                new DeliveryId(row.getLong("id")),
                EventType.valueOf(row.getString("event")),
                AlertRows.moment(row, "made_at").orElseThrow(),
                row.getString("body"),
                state(row),
                RowReader.of(row.getString("history")).rows("tries", DeliveryRows::attempt));
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        String code = Objects.requireNonNull(row.getString("state"));
        if (code.equals(PENDING)) return pending(row);
        int tries = row.getInt("tries");
        Instant over = AlertRows.moment(row, "over_at").orElseThrow();
        return code.equals(DELIVERED) ? new Delivered(tries, over) : new Failed(tries, over);
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(row.getInt("tries"), AlertRows.moment(row, "due_at").orElseThrow());
    }

    private static Try attempt(RowReader row) {
        return new Try(row.moment("at"), row.maybeSmall("status"), row.maybeText("why"));
    }

    /// The row that a delivery becomes, with its latest try as all of its history.
    static String settled(Due due, Outcome outcome, DeliveryState state, Instant now) {
        return RowWriter.row(out -> {
            out.put("id", due.id().value())
                    .put("webhook_id", due.webhook().value())
                    .put("tries", state.tries())
                    .objects("history", List.of(outcome), (row, one) -> write(row, one, now));
            switch (state) {
                case Pending(var _, var at) -> out.put("state", PENDING).put("due_at", at.toString());
                case Delivered(var _, var at) -> out.put("state", DELIVERED).put("over_at", at.toString());
                case Failed(var _, var at) -> out.put("state", FAILED).put("over_at", at.toString());
            }
        });
    }

    private static void write(RowWriter out, Outcome outcome, Instant now) {
        out.put("at", Millis.of(now).toString());
        switch (outcome) {
            case Outcome.Taken(int status) -> out.put("status", status);
            case Outcome.NotTaken(var status, String why) ->
                out.put("status", status).put("why", why);
        }
    }
}
