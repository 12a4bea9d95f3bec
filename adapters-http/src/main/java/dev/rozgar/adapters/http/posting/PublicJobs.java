package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.application.document.Document;
import dev.rozgar.domain.job.JobId;
import java.util.Optional;

/// Jobs as the public sees them, in whatever read model.
public final class PublicJobs {
    private final HttpApplication application;

    public PublicJobs(HttpApplication application) {
        this.application = application;
    }

    /// What hangs on a job is as public as the job.
    ///
    /// @throws Refusal (404, 410) if the public may not see it
    public void requireShown(JobId id) {
        if (find(application.usual(), id).isEmpty()) throw new Refusal(Problems.missing());
    }

    /// @throws Refusal (410) if it was shown once
    Optional<Document> find(ReadModel model, JobId id) {
        var found = reader(model).model().find(id, application.clock().instant());
        if (found.isEmpty() && application.useCases().jobs().past().test(id)) throw new Refusal(Problems.gone());
        return found;
    }

    Reader reader(ReadModel model) {
        Reader reader = application.jobs().get(model);
        if (reader == null) throw new IllegalStateException("no read model " + model.text());
        return reader;
    }
}
