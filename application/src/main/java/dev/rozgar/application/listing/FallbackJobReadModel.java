package dev.rozgar.application.listing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.domain.job.JobId;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The read model `auto`: the preferred one while it answers in time, the other while it does not.
///
/// The preferred one has a deadline of its own for each read; one that it misses or fails is answered by the
/// other, and counts against it. After too many of them it is left alone, so that its deadline is paid by one
/// request in a while and not by each; a single one finds out when it is back. Only
/// [PortFailure.Kind#UNAVAILABLE] falls back: a defect must be seen.
public final class FallbackJobReadModel {
    private static final System.Logger LOG = System.getLogger(FallbackJobReadModel.class.getName());

    private final JobReadModel preferred;
    private final JobReadModel standIn;
    private final Breaker breaker;

    /// @param byStandIn whether the stand-in gave it
    public record Answer<T>(T value, boolean byStandIn) {}

    /// @param preferred answers within its deadline, or fails
    /// @param pause     that it is left alone after too many failures
    public FallbackJobReadModel(JobReadModel preferred, JobReadModel standIn, Clock clock, Duration pause) {
        this.preferred = preferred;
        this.standIn = standIn;
        this.breaker = new Breaker(Breaker.Rule.pausing(pause), clock);
    }

    /// As [JobReadModel#search].
    public Answer<DocumentPage> search(DocumentQuery query) {
        return either(model -> model.search(query));
    }

    /// As [JobReadModel#count].
    public Answer<List<Long>> count(Tally tally) {
        return either(model -> model.count(tally));
    }

    /// As [JobReadModel#find].
    public Answer<Optional<Document>> find(JobId id, Instant now, Optional<Selection> fields) {
        return either(model -> model.find(id, now, fields));
    }

    /// Whether the preferred one is asked at the moment.
    public BreakerState state() {
        return breaker.state();
    }

    /// How often the preferred one was found to be out of order.
    public long outages() {
        return breaker.opened();
    }

    private <T> Answer<T> either(Function<JobReadModel, T> read) {
        Optional<Breaker.Call> call = breaker.begin();
        if (call.isEmpty()) return new Answer<>(read.apply(standIn), true);
        try {
            return new Answer<>(preferred(call.get(), read), false);
        } catch (PortFailure failure) {
            if (failure.kind() != PortFailure.Kind.UNAVAILABLE) throw failure;
            return new Answer<>(read.apply(standIn), true);
        }
    }

    private <T> T preferred(Breaker.Call call, Function<JobReadModel, T> read) {
        boolean silent = false;
        try {
            return read.apply(preferred);
        } catch (PortFailure failure) {
            silent = failure.kind() == PortFailure.Kind.UNAVAILABLE;
            throw failure;
        } finally {
            // A defect is an answer of a sort: the engine is there.
            note(call, silent);
        }
    }

    private void note(Breaker.Call call, boolean silent) {
        BreakerState before = breaker.state();
        if (silent) breaker.failed(call);
        else breaker.answered(call);
        BreakerState after = breaker.state();
        if (before == BreakerState.CLOSED && after == BreakerState.OPEN)
            LOG.log(Level.WARNING, "the preferred read model fails too often; the stand-in answers");
        if (before == BreakerState.HALF_OPEN && after == BreakerState.CLOSED)
            LOG.log(Level.INFO, "the preferred read model answers again");
    }
}
