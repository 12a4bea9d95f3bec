package dev.rozgar.application.listing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// The read model `auto`: the preferred one while it answers, the other while it does not.
///
/// After a failure the preferred one is left alone for a pause, so that its timeout is paid by one request in
/// a while and not by each; then a single request tries it again. Only [PortFailure.Kind#UNAVAILABLE] falls
/// back: a defect must be seen.
public final class FallbackJobReadModel implements JobReadModel {
    private final JobReadModel preferred;
    private final JobReadModel standIn;
    private final Clock clock;
    private final Duration pause;
    private final AtomicReference<Instant> retryAt = new AtomicReference<>(Instant.MIN);

    public FallbackJobReadModel(JobReadModel preferred, JobReadModel standIn, Clock clock, Duration pause) {
        this.preferred = preferred;
        this.standIn = standIn;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        return either(model -> model.search(query));
    }

    @Override
    public Optional<Document> find(JobId id, Instant now) {
        return either(model -> model.find(id, now));
    }

    /// Whether the stand-in answers at the moment.
    public boolean isDegraded() {
        return retryAt.get().isAfter(Instant.MIN);
    }

    private <T> T either(Function<JobReadModel, T> read) {
        Instant seen = retryAt.get();
        Instant now = clock.instant();
        boolean down = seen.isAfter(Instant.MIN);
        // Of many requests after the pause one wins the exchange and probes; the others go on with the stand-in.
        if (down && (now.isBefore(seen) || !retryAt.compareAndSet(seen, now.plus(pause)))) return read.apply(standIn);
        try {
            T answer = read.apply(preferred);
            if (down) retryAt.set(Instant.MIN);
            return answer;
        } catch (PortFailure failure) {
            if (failure.kind() != PortFailure.Kind.UNAVAILABLE) throw failure;
            retryAt.set(clock.instant().plus(pause));
            return read.apply(standIn);
        }
    }
}
