package dev.rozgar.adapters.postgres.change;

import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.indexing.StagedTruth;
import dev.rozgar.application.indexing.StagedTruth.Staged;
import dev.rozgar.application.indexing.StagedTruth.Stops;
import dev.rozgar.application.posting.JobRepository.Receipt;
import dev.rozgar.domain.job.Job;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does something when the index has acknowledged, before the commit.
record Parked(StagedTruth truth, Consumer<Staged> then) implements StagedTruth {
    @Override
    public void intend(Collection<Long> ids, Duration leaveAlone) {
        truth.intend(ids, leaveAlone);
    }

    @Override
    public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work, Stops stops) {
        return truth.run(terms, work, behind(stops));
    }

    @Override
    public Receipt save(List<Job> jobs, Stops stops) {
        return truth.save(jobs, behind(stops));
    }

    private Stops behind(Stops stops) {
        return new Stops() {
            @Override
            public List<Long> decided() {
                return stops.decided();
            }

            @Override
            public void written(Staged staged) {
                stops.written(staged);
                then.accept(staged);
            }
        };
    }
}
