package dev.rozgar.adapters.http.index;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.IndexDesk;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.StartBuild.Started;
import io.helidon.http.Status;
import java.util.Optional;
import java.util.Set;

/// The index, for operators: how it is, a new one, and the way back. Where there is no index there is nothing here.
public final class IndexRoutes {
    public static final Shape.Members BUILD = Shape.of(StartBuildBody.class);

    private final Optional<IndexDesk> desk;

    public IndexRoutes(HttpApplication application) {
        this.desk = application.index();
    }

    public void register(Routes routes) {
        routes.on(Operation.INDEX_STATUS, this::status)
                .on(Operation.REBUILD_INDEX, exchange -> start(exchange, Purpose.REBUILD))
                .on(Operation.ROLL_BACK_INDEX, exchange -> start(exchange, Purpose.ROLLBACK));
    }

    private void status(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        var report = desk().report().get();
        Replies.unversioned(exchange, Json.bytes(IndexViews.Status.of(report)));
    }

    /// Answered before it is done: the status tells how far it is.
    private void start(Exchange exchange, Purpose purpose) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.jsonIfAny(exchange);
        var command = body.as(BUILD, StartBuildBody.class).toCommand(purpose);
        IndexDesk its = desk();
        new Change<Started>(exchange, wish, body.bytes(), (started, _) -> begun(started))
                .perform(terms -> its.start().handle(exchange.caller(), command, terms));
    }

    private static StoredReply begun(Started started) {
        return new StoredReply(
                Status.ACCEPTED_202.code(),
                Operation.INDEX_STATUS.template(),
                "",
                Json.bytes(IndexViews.Begun.of(started)));
    }

    private IndexDesk desk() {
        return desk.orElseThrow(() -> new Refusal(Problems.missing()));
    }
}
