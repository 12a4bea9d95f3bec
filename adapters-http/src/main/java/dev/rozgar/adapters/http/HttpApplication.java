package dev.rozgar.adapters.http;

import dev.rozgar.application.checking.ExplainJob;
import dev.rozgar.application.checking.VerifyIndex;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.feed.FollowChanges;
import dev.rozgar.application.indexing.DeadLetters;
import dev.rozgar.application.indexing.FanOuts;
import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.application.listing.JobCompanions;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.SuggestJobs;
import dev.rozgar.application.matching.LikenJob;
import dev.rozgar.application.matching.MatchJob;
import dev.rozgar.application.rebuild.IndexReport;
import dev.rozgar.application.rebuild.StartBuild;
import dev.rozgar.application.shadow.VerifyQueries;
import dev.rozgar.application.shadow.VerifyQueries.Asked;
import dev.rozgar.application.signals.JobSignals;
import dev.rozgar.application.words.Understand;
import dev.rozgar.domain.job.JobId;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the routes need of the rest of the house.
///
/// @param jobs    the read models this installation has; [ReadModel#POSTGRES] is always one of them
/// @param usual   the one that answers when the caller names none
/// @param companions what goes with the documents of jobs
/// @param understand what the words of a query mean
/// @param suggest completes what somebody is typing
/// @param match why a job is found, or not
/// @param liken what the jobs like one are
/// @param signals what the past of a job tells
/// @param identities who may use them
/// @param freshness of the index
/// @param targets where webhooks may lead
/// @param index  empty where there is none
/// @param metrics served at `/metrics`; others bind their own gauges to it
public record HttpApplication(
        Map<ReadModel, Reader> jobs,
        ReadModel usual,
        CompanyReadModel companies,
        JobCompanions companions,
        Understand understand,
        SuggestJobs suggest,
        MatchJob match,
        LikenJob liken,
        JobSignals signals,
        UseCases useCases,
        Identities identities,
        Freshness freshness,
        Changes changes,
        WebhookTargets targets,
        Health health,
        Optional<IndexDesk> index,
        PrometheusMeterRegistry metrics,
        Clock clock) {
    public HttpApplication {
        jobs = Map.copyOf(jobs);
        if (!jobs.containsKey(ReadModel.POSTGRES))
            throw new IllegalArgumentException("there is no job board without PostgreSQL");
        if (!jobs.containsKey(usual)) throw new IllegalArgumentException("no read model " + usual.text());
    }

    /// A read model that says which engine has answered: of one with a stand-in, now this and now that.
    public interface Reader {
        Told<DocumentPage> search(DocumentQuery query);

        Told<List<Long>> count(Tally tally);

        /// @param fields all that is told of it, if not everything
        Told<Optional<Document>> find(JobId id, Instant now, Optional<Selection> fields);

        /// One engine, always.
        static Reader of(ReadModel name, JobReadModel model) {
            return new Reader() {
                @Override
                public Told<DocumentPage> search(DocumentQuery query) {
                    return new Told<>(name, model.search(query));
                }

                @Override
                public Told<List<Long>> count(Tally tally) {
                    return new Told<>(name, model.count(tally));
                }

                @Override
                public Told<Optional<Document>> find(JobId id, Instant now, Optional<Selection> fields) {
                    return new Told<>(name, model.find(id, now, fields));
                }
            };
        }
    }

    /// An answer with the name of the engine that gave it, which the reply bears.
    public record Told<T>(ReadModel by, T answer) {}

    /// What became of listed jobs.
    ///
    /// @param mostWaiting callers who are kept waiting at the same time, streams included
    /// @param heartbeat   between two signs of life of a stream
    public record Changes(FollowChanges follow, int mostWaiting, Duration heartbeat) {
        /// As proxies want it, whose patience often ends after 30 seconds.
        public static final Duration USUAL_HEARTBEAT = Duration.ofSeconds(15);
    }

    /// What operators do with the index.
    ///
    /// @param report throws [dev.rozgar.application.PortFailure]
    public record IndexDesk(
            Supplier<IndexReport> report,
            StartBuild start,
            ExplainJob explain,
            VerifyIndex verify,
            FanOuts fanOuts,
            DeadLetters letters,
            QueryDesk queries) {}

    /// What compares the answers of both stores.
    ///
    /// @param random makes queries
    public record QueryDesk(VerifyQueries verify, Random random) {
        @FunctionalInterface
        public interface Random {
            /// @param seed the same over the same jobs makes the same
            Iterable<Asked> some(int count, long seed, Instant now);
        }
    }

    /// Quick questions, asked by every probe.
    ///
    /// @param postgres      without it the service is not ready
    /// @param elasticsearch empty where none is configured; while it is down the service is degraded
    public record Health(BooleanSupplier postgres, Optional<BooleanSupplier> elasticsearch) {}
}
