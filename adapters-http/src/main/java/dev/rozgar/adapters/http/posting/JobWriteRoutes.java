package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.MergePatch;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.Histories;
import dev.rozgar.adapters.http.resource.Preconditions;
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
import dev.rozgar.application.posting.EditJob;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.application.posting.RemoveJob;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import io.helidon.http.Status;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Jobs for those who keep them.
public final class JobWriteRoutes {
    /// How many are hired, the board counts itself.
    private static final String FILLED = "openings/filled";

    private static final Shape.Members WHOLE = Shape.of(PostJobBody.class);
    public static final Shape.Members POST = WHOLE.without(FILLED);
    /// Neither does a job change hands, nor does it become a draft again.
    public static final Shape.Members EDIT = POST.without("company_id", "draft");

    public static final Shape.Members PATCH = EDIT.patch();
    public static final Shape.Members MOVE = Shape.of(MoveJobBody.class);
    public static final Shape.Members MANAGED = Shape.of(Head.class).plus(WHOLE.without("draft"));

    private final UseCases.Jobs jobs;
    private final Histories histories;

    /// What became of a job.
    ///
    /// @param sync how far the write had come: `accepted`, `indexed` or `visible`
    @JsonbPropertyOrder({"id", "slug", "state", "version", "sync"})
    public record Receipt(@Nullable Long id, @Nullable String slug, JobState.Kind state, Long version, String sync) {}

    /// What nobody sets by a body.
    @JsonbPropertyOrder({"id", "slug", "state", "version", "createdAt", "updatedAt", "permitted"})
    public record Head(
            Long id,
            String slug,
            JobState.Kind state,
            Long version,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            List<Telling.Permitted> permitted) {}

    JobWriteRoutes(UseCases useCases) {
        this.jobs = useCases.jobs();
        this.histories = new Histories(Subject.Kind.JOB, useCases.history());
    }

    void register(Routes routes) {
        routes.on(Operation.REPLACE_JOB, this::replace)
                .on(Operation.PATCH_JOB, this::patch)
                .on(Operation.REMOVE_JOB, this::remove)
                .on(Operation.MANAGE_JOB, this::manage)
                .on(Operation.MOVE_JOB, this::move)
                .on(Operation.JOB_HISTORY, histories::list)
                .on(Operation.JOB_TRANSITION, histories::one)
                .on(Operation.JOB_OPTIONS, this::options);
    }

    void post(Exchange exchange, Wish wish) {
        RequestBody body = RequestBody.json(exchange);
        var command = body.as(POST, PostJobBody.class).toCommand();
        new Change<Changed<Job>>(exchange, wish, body.bytes(), (posted, reached) -> created(posted, wish, reached))
                .making()
                .absentOnly(Preconditions.onlyIfAbsent(exchange))
                .perform(terms -> jobs.post().handle(exchange.caller(), command, terms));
    }

    private void replace(Exchange exchange) {
        RequestBody body = RequestBody.json(exchange);
        JobContent content = body.as(EDIT, PostJobBody.class).content();
        edit(exchange, body, _ -> content);
    }

    private void patch(Exchange exchange) {
        RequestBody body = RequestBody.mergePatch(exchange);
        String patch = body.checked(PATCH);
        edit(exchange, body, job -> {
            String merged = MergePatch.apply(Json.text(JobBodies.of(job)), patch);
            return RequestBody.as(merged, WHOLE, PostJobBody.class).content();
        });
    }

    private void edit(Exchange exchange, RequestBody body, Function<Job, JobContent> change) {
        Wish wish = Wish.withSync(exchange);
        var command = new EditJob.Command(new JobId(exchange.id()), Preconditions.required(exchange), change);
        new Change<Changed<Job>>(exchange, wish, body.bytes(), (changed, reached) -> changed(changed, wish, reached))
                .perform(terms -> jobs.edit().handle(exchange.caller(), command, terms));
    }

    private void remove(Exchange exchange) {
        Wish wish = Wish.withSync(exchange);
        var command = new RemoveJob.Command(new JobId(exchange.id()), Preconditions.required(exchange));
        new Change<Changed<Job>>(exchange, wish, new byte[0], (removed, reached) -> removed(removed, wish, reached))
                .perform(terms -> jobs.remove().handle(exchange.caller(), command, terms));
    }

    private void move(Exchange exchange) {
        Wish wish = Wish.withSync(exchange);
        RequestBody body = RequestBody.json(exchange);
        MoveJobBody asked = body.as(MOVE, MoveJobBody.class);
        Optional<JobState.Kind> from = Optional.ofNullable(asked.fromState());
        OptionalLong version = Preconditions.orState(exchange, from);
        var command = new MoveJob.Command(new JobId(exchange.id()), asked.toMove(), from, version);
        new Change<Changed<Job>>(exchange, wish, body.bytes(), (moved, reached) -> Replies.moved(moved, wish, reached))
                .perform(terms -> jobs.move().handle(exchange.caller(), command, terms));
    }

    private void manage(Exchange exchange) {
        View<Job> view = view(exchange);
        Job job = view.thing();
        Head head = new Head(
                job.id().value(),
                job.slug().value(),
                job.state().kind(),
                job.version(),
                Json.moment(job.createdAt()),
                Json.moment(job.updatedAt()),
                Telling.Permitted.of(view.options()));
        Replies.managed(exchange, job.version(), Json.bytes(head, JobBodies.of(job)));
    }

    private void options(Exchange exchange) {
        View<Job> view = view(exchange);
        Job job = view.thing();
        Replies.unversioned(
                exchange, Json.bytes(Telling.Options.of(job.state().kind(), job.version(), view.options())));
    }

    private View<Job> view(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        return Replies.result(jobs.view().handle(exchange.caller(), new JobId(exchange.id())));
    }

    private static StoredReply created(Changed<Job> posted, Wish wish, Sync reached) {
        String location = Paths.JOBS + '/' + posted.thing().id().value();
        return reply(Replies.status(wish, reached), location, posted, receipt(posted, reached));
    }

    private static StoredReply changed(Changed<Job> changed, Wish wish, Sync reached) {
        return reply(Replies.kept(wish, reached), "", changed, receipt(changed, reached));
    }

    private static StoredReply removed(Changed<Job> removed, Wish wish, Sync reached) {
        return new StoredReply(Replies.kept(wish, reached).code(), "", "", Json.bytes(receipt(removed, reached)));
    }

    private static Receipt receipt(Changed<Job> changed, Sync reached) {
        Job job = changed.thing();
        return new Receipt(
                job.id().value(), job.slug().value(), job.state().kind(), changed.version(), Telling.name(reached));
    }

    private static StoredReply reply(Status status, String location, Changed<Job> changed, Object body) {
        return new StoredReply(status.code(), location, Preconditions.tag(changed.version()), Json.bytes(body));
    }
}
