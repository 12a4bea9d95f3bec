package dev.rozgar.adapters.http;

import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.application.listing.JobReadModel;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the routes need of the rest of the house.
///
/// @param jobs    the read models this installation has; [ReadModel#POSTGRES] is always one of them
/// @param usual   the one that answers when the caller names none
/// @param identities who may use them
/// @param metrics served at `/metrics`; others bind their own gauges to it
public record HttpApplication(
        Map<ReadModel, Reader> jobs,
        ReadModel usual,
        CompanyReadModel companies,
        UseCases useCases,
        Identities identities,
        Health health,
        PrometheusMeterRegistry metrics,
        Clock clock) {
    public HttpApplication {
        jobs = Map.copyOf(jobs);
        if (!jobs.containsKey(ReadModel.POSTGRES))
            throw new IllegalArgumentException("there is no job board without PostgreSQL");
        if (!jobs.containsKey(usual)) throw new IllegalArgumentException("no read model " + usual.text());
    }

    /// A read model with the name that the reply bears.
    ///
    /// @param answering which engine answers at the moment; for a model with a stand-in it changes
    public record Reader(JobReadModel model, Supplier<ReadModel> answering) {
        public static Reader of(ReadModel name, JobReadModel model) {
            return new Reader(model, () -> name);
        }
    }

    /// Quick questions, asked by every probe.
    ///
    /// @param postgres      without it the service is not ready
    /// @param elasticsearch empty where none is configured; while it is down the service is degraded
    public record Health(BooleanSupplier postgres, Optional<BooleanSupplier> elasticsearch) {}
}
