package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.signals.Signals;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.job.JobId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a job is meant, by its past.
public final class SignalRoutes {
    private static final BigDecimal SECONDS_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final BigDecimal SECONDS_AN_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toSeconds());

    private final HttpApplication application;
    private final PublicJobs jobs;

    /// @param daysListed all times together, to a tenth
    /// @param timesListed at first, after a pause, reopened
    /// @param reposts jobs of the same company, occupation and title that were published before
    @JsonbPropertyOrder({"id", "asOf", "daysListed", "timesListed", "reposts", "applications"})
    public record Body(
            Long id,
            OffsetDateTime asOf,
            BigDecimal daysListed,
            Integer timesListed,
            Integer reposts,
            Applications applications) {
        static Body of(JobId id, Instant now, Signals signals) {
            return new Body(
                    id.value(),
                    Json.moment(now),
                    tenths(signals.listed(), SECONDS_A_DAY),
                    signals.times(),
                    signals.reposts(),
                    Applications.of(signals.applications()));
        }
    }

    /// @param answeredShare from 0 to 1, to a hundredth; missing where fewer than [Signals#FEWEST] were received
    /// @param medianHoursToFirstView to a tenth; missing where fewer than that were looked at
    @JsonbPropertyOrder({"received", "answeredShare", "medianHoursToFirstView"})
    public record Applications(
            Long received,
            @Nullable BigDecimal answeredShare,
            @Nullable BigDecimal medianHoursToFirstView) {
        static Applications of(Signals.Applications applications) {
            Optional<BigDecimal> answered = applications.answeredShare().map(SignalRoutes::hundredths);
            return new Applications(
                    applications.received(),
                    answered.orElse(null),
                    applications
                            .medianFirstView()
                            .map(time -> tenths(time, SECONDS_AN_HOUR))
                            .orElse(null));
        }
    }

    private static BigDecimal hundredths(double share) {
        return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal tenths(Duration time, BigDecimal unit) {
        return BigDecimal.valueOf(time.toMillis(), 3).divide(unit, 1, RoundingMode.HALF_UP);
    }

    public SignalRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
    }

    public void register(Routes routes) {
        routes.on(Operation.JOB_SIGNALS, this::signals);
    }

    private void signals(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        // Neither the log nor applications are in any document.
        jobs.requirePostgres(exchange, "the index knows nothing of the past; only postgres tells, or auto", faults);
        exchange.query().requireOnly(Set.of(JobRoutes.READ_MODEL, Consistency.PARAMETER), faults);
        Instant now = Millis.of(application.clock().instant());
        JobId id = new JobId(exchange.id());
        Signals found = jobs.shown(id, application.signals().of(id, now));
        Replies.list(exchange.answeredBy(ReadModel.POSTGRES, Optional.empty()), Json.bytes(Body.of(id, now, found)));
    }
}
