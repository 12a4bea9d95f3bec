package dev.rozgar.adapters.http.hiring;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.Histories;
import dev.rozgar.adapters.http.resource.Keyset;
import dev.rozgar.adapters.http.resource.Preconditions;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.View;
import dev.rozgar.application.hiring.ApplicationFile;
import dev.rozgar.application.hiring.ListApplications;
import dev.rozgar.application.hiring.ListApplications.Of;
import dev.rozgar.application.hiring.MoveApplication;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import io.helidon.http.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Applications, for the candidate and the recruiter who share each of them.
public final class ApplicationRoutes {
    public static final Shape.Members APPLY = Shape.of(ApplyBody.class);
    public static final Shape.Members MOVE = Shape.of(MoveApplicationBody.class);
    public static final String JOB = "job_id";
    public static final String CANDIDATE = "candidate_id";

    private final UseCases.Hiring hiring;
    private final Histories histories;

    public ApplicationRoutes(HttpApplication application) {
        this.hiring = application.useCases().hiring();
        this.histories =
                new Histories(Subject.Kind.APPLICATION, application.useCases().history());
    }

    public void register(Routes routes) {
        routes.on(Operation.APPLY, this::apply)
                .on(Operation.LIST_APPLICATIONS, this::list)
                .on(Operation.READ_APPLICATION, this::read)
                .on(Operation.MOVE_APPLICATION, this::move)
                .on(Operation.APPLICATION_HISTORY, histories::list)
                .on(Operation.APPLICATION_TRANSITION, histories::one)
                .on(Operation.APPLICATION_OPTIONS, this::options);
    }

    private void apply(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        var command = body.as(APPLY, ApplyBody.class).toCommand(new JobId(exchange.id()), exchange.caller());
        new Change<Changed<JobApplication>>(exchange, wish, body.bytes(), (sent, _) -> applied(sent))
                .making()
                .absentOnly(Preconditions.onlyIfAbsent(exchange))
                .perform(terms -> hiring.apply().handle(exchange.caller(), command, terms));
    }

    private void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        Keyset page = Keyset.of(exchange.query(), faults);
        long job = Keyset.whole(exchange.query(), JOB, 1, 0, faults);
        long candidate = Keyset.whole(exchange.query(), CANDIDATE, 1, 0, faults);
        exchange.query().requireOnly(Set.of(Keyset.LIMIT, QueryParser.CURSOR, JOB, CANDIDATE), faults);
        Optional<ApplicationId> below =
                page.after() == 0 ? Optional.empty() : Optional.of(new ApplicationId(page.after()));
        var command = new ListApplications.Command(whose(exchange, job, candidate), below, page.most() + 1);
        List<ApplicationFile> found = Replies.result(hiring.list().handle(exchange.caller(), command));
        var slice = page.cut(found, file -> file.application().id().value());
        var items = slice.items().stream()
                .map(file -> ApplicationViews.of(file, Optional.empty()))
                .toList();
        Replies.privatePage(exchange, slice, links -> new ApplicationViews.Page(items, slice.cursor(), links));
    }

    /// A candidate who names nothing means its own.
    private static Of whose(Exchange exchange, long job, long candidate) {
        Optional<CandidateId> own = exchange.caller().candidate();
        if (job > 0 && candidate == 0) return new Of.OfJob(new JobId(job));
        if (job == 0 && candidate > 0) return new Of.OfCandidate(new CandidateId(candidate));
        if (job == 0 && own.isPresent()) return new Of.OfCandidate(own.get());
        throw Refusal.of(ProblemType.INVALID_QUERY, "Name either job_id or candidate_id.");
    }

    private void read(Exchange exchange) {
        View<ApplicationFile> view = view(exchange);
        var whole = ApplicationViews.of(view.thing(), Optional.of(view.options()));
        Replies.managed(exchange, whole.version(), Json.bytes(whole));
    }

    private void move(Exchange exchange) {
        Wish wish = Wish.withSync(exchange);
        RequestBody body = RequestBody.json(exchange);
        MoveApplicationBody asked = body.as(MOVE, MoveApplicationBody.class);
        Optional<ApplicationState.Kind> from = Optional.ofNullable(asked.fromState());
        OptionalLong version = Preconditions.orState(exchange, from);
        var command = new MoveApplication.Command(new ApplicationId(exchange.id()), asked.toMove(), from, version);
        new Change<Changed<JobApplication>>(
                        exchange, wish, body.bytes(), (moved, reached) -> Replies.moved(moved, wish, reached))
                .perform(terms -> hiring.move().handle(exchange.caller(), command, terms));
    }

    private void options(Exchange exchange) {
        View<ApplicationFile> view = view(exchange);
        JobApplication sent = view.thing().application();
        Replies.unversioned(
                exchange, Json.bytes(Telling.Options.of(sent.state().kind(), sent.version(), view.options())));
    }

    private View<ApplicationFile> view(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        return Replies.result(hiring.view().handle(exchange.caller(), new ApplicationId(exchange.id())));
    }

    private static StoredReply applied(Changed<JobApplication> sent) {
        JobApplication application = sent.thing();
        var receipt = new ApplicationViews.Receipt(
                application.id().value(), application.state().kind(), sent.version());
        return reply(Paths.APPLICATIONS + '/' + receipt.id(), sent, receipt);
    }

    private static StoredReply reply(String location, Changed<JobApplication> changed, Object body) {
        return new StoredReply(
                Status.CREATED_201.code(), location, Preconditions.tag(changed.version()), Json.bytes(body));
    }
}
