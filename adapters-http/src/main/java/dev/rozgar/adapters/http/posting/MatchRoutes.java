package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.QueryParser.Parsed;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.Match;
import dev.rozgar.application.matching.MatchJob;
import dev.rozgar.application.matching.MatchJob.Asked;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Why a query finds a job, or why not: what a list takes that chooses jobs, asked of one of them.
public final class MatchRoutes {
    private static final List<String> OF_LISTS = Stream.concat(QueryParser.OWN.stream(), Stream.of(FieldsParser.FIELDS))
            .toList();

    private final HttpApplication application;
    private final PublicJobs jobs;
    private final MatchJob match;
    private final QueryParser parser;

    public MatchRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
        this.match = application.match();
        this.parser =
                new QueryParser(JobFields.JOB, JobFields.NEWEST_FIRST, JobConditions.of(application.understand()));
    }

    public void register(Routes routes) {
        routes.on(Operation.MATCH_JOB, this::match);
    }

    private void match(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        // It compares and scores, and tells neither what a document has instead nor how far that is off.
        jobs.requirePostgres(
                exchange,
                "the index knows which jobs match, not by how much one does not; only postgres tells, or auto",
                faults);
        for (String name : OF_LISTS) {
            if (exchange.query().first(name).isPresent())
                faults.add(name, "NOT_ALLOWED", "is for lists, and this is about one job");
        }
        Instant now = application.clock().instant();
        Parsed parsed = parser.read(exchange.query(), Set.of(JobRoutes.READ_MODEL, Consistency.PARAMETER), faults, now);
        JobId id = new JobId(exchange.id());
        Match found = jobs.shown(id, match.handle(id, question(parsed)));
        String json = MatchView.json(found, parsed.query().asOf(), parsed.members());
        Replies.list(exchange.answeredBy(ReadModel.POSTGRES, Optional.empty()), json.getBytes(StandardCharsets.UTF_8));
    }

    private static MatchJob.Query question(Parsed parsed) {
        DocumentQuery query = parsed.query();
        return new MatchJob.Query(
                query.filters().stream()
                        .map(filter -> new Asked(parsed.name(filter), filter))
                        .toList(),
                query.ranking(),
                query.asOf());
    }
}
