package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.HttpApplication.Told;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Jobs as the public sees them, in whatever read model. Whoever brings a token sees at least what it tells
/// of: if the index does not show that in time, PostgreSQL answers.
public final class PublicJobs {
    private final HttpApplication application;

    public PublicJobs(HttpApplication application) {
        this.application = application;
    }

    /// What hangs on a job is as public as the job.
    ///
    /// @throws Refusal (404, 410) if the public may not see it
    public void requireShown(JobId id) {
        if (find(application.usual(), id, Optional.empty(), Optional.empty())
                .answer()
                .isEmpty()) throw new Refusal(Problems.missing());
    }

    /// What there is of a job that is shown.
    ///
    /// @throws Refusal (404, 410) where there is nothing
    <T> T shown(JobId id, Optional<T> found) {
        return found.orElseThrow(() -> {
            boolean gone = application.useCases().jobs().past().test(id);
            return new Refusal(gone ? Problems.gone() : Problems.missing());
        });
    }

    /// For what PostgreSQL alone can tell; it is as new as any token.
    ///
    /// @param why the index cannot
    void requirePostgres(Exchange exchange, String why, QueryFaults faults) {
        ReadModel model =
                exchange.query().choice(JobRoutes.READ_MODEL, application.jobs().keySet(), ReadModel.POSTGRES, faults);
        if (model == ReadModel.ELASTICSEARCH) faults.add(JobRoutes.READ_MODEL, "NOT_ALLOWED", why);
        var _ = Consistency.of(exchange, faults);
    }

    Told<DocumentPage> search(ReadModel model, DocumentQuery query, Optional<ConsistencyToken> token) {
        return reader(model, token, Sync.VISIBLE).search(query);
    }

    Told<List<Long>> count(ReadModel model, Tally tally, Optional<ConsistencyToken> token) {
        return reader(model, token, Sync.VISIBLE).count(tally);
    }

    /// @throws Refusal (410) if it was shown once
    Told<Optional<Document>> find(
            ReadModel model, JobId id, Optional<Selection> fields, Optional<ConsistencyToken> token) {
        var told =
                reader(model, token, Sync.INDEXED).find(id, application.clock().instant(), fields);
        if (told.answer().isEmpty() && application.useCases().jobs().past().test(id))
            throw new Refusal(Problems.gone());
        return told;
    }

    /// How far the index is behind, if that is known.
    Optional<Duration> lag() {
        return application.freshness().lag().get();
    }

    /// A member of each list: `,"index_lag_ms":340`.
    String behind(Optional<Duration> lag) {
        if (!application.jobs().containsKey(ReadModel.ELASTICSEARCH)) return "";
        return ",\"index_lag_ms\":"
                + lag.map(known -> Long.toString(known.toMillis())).orElse("null");
    }

    private Reader reader(ReadModel model, Optional<ConsistencyToken> token, Sync level) {
        boolean shown = model == ReadModel.POSTGRES
                || token.isEmpty()
                || application.freshness().shows().test(token.get(), level);
        return reader(shown ? model : ReadModel.POSTGRES);
    }

    private Reader reader(ReadModel model) {
        Reader reader = application.jobs().get(model);
        if (reader == null) throw new IllegalStateException("no read model " + model.text());
        return reader;
    }
}
