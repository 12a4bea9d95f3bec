package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A write on its way from its request to its answer.
///
/// @param <R> what is known of it afterwards
public final class Change<R> {
    private final Exchange exchange;
    private final Wish wish;
    private final Optional<IdempotencyKey> key;
    private final Rendering<R> rendering;
    private Rendering<R> first;
    private boolean onlyIfAbsent;
    private boolean making;

    /// What a change is answered.
    @FunctionalInterface
    public interface Rendering<R> {
        StoredReply of(R result, Sync reached);
    }

    /// @throws Refusal for headers that cannot be understood
    public Change(Exchange exchange, Wish wish, byte[] body, Rendering<R> rendering) {
        this.exchange = exchange;
        this.wish = wish;
        this.key = IdempotencyKey.of(exchange, body);
        this.rendering = rendering;
        this.first = rendering;
    }

    /// If there is such a thing already, this is no conflict but a precondition that fails (`If-None-Match: *`).
    public Change<R> absentOnly(boolean absent) {
        onlyIfAbsent = absent;
        return this;
    }

    /// It makes something new, which is not there if it was only tried: then no id is told,
    /// nor a slug, which may be made of it.
    public Change<R> making() {
        making = true;
        return this;
    }

    /// Whoever asks first is told this instead, which is kept nowhere: who repeats the request is told the rest alone.
    /// For secrets.
    public Change<R> tellingOnce(Rendering<R> more) {
        first = more;
        return this;
    }

    /// Some things must not be done twice by mistake.
    ///
    /// @throws Refusal without an Idempotency-Key
    public Change<R> keyRequired(boolean required) {
        if (required && key.isEmpty() && !wish.validateOnly())
            throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REQUIRED, "Idempotency-Key is needed for this.");
        return this;
    }

    /// For what is done as often as it is asked, whatever the version.
    ///
    /// @throws Refusal with an Idempotency-Key or an If-Match, whose sender believes otherwise
    public static void requireNoTerms(Exchange exchange) {
        var headers = exchange.request().headers();
        List<String> given = Stream.of(IdempotencyKey.NAME, HeaderNames.IF_MATCH)
                .filter(headers::contains)
                .map(HeaderName::defaultCase)
                .toList();
        if (!given.isEmpty())
            throw Refusal.of(
                    ProblemType.INVALID_HEADER,
                    String.join(", ", given)
                            + ": not taken here, this is done as often as it is asked and whatever the version.");
    }

    public void perform(Function<Terms<R>, Answer<R>> useCase) {
        try {
            Answer<R> answer = useCase.apply(terms());
            boolean heeded = answer instanceof Answer.Done<R> && !wish.applied().isEmpty();
            if (heeded) exchange.with(HeaderValues.create(Preferences.APPLIED, wish.applied()));
            tell(answer);
        } catch (PortFailure failure) {
            boolean present = failure.kind() == PortFailure.Kind.CONFLICT
                    && failure.code().startsWith("DUPLICATE_");
            if (onlyIfAbsent && present)
                throw Refusal.of(ProblemType.PRECONDITION_FAILED, "There is such a thing already.");
            throw failure;
        }
    }

    private Terms<R> terms() {
        return new Terms<>(
                wish.validateOnly(), wish.sync(), wish.validateOnly() ? Optional.empty() : attempt(), wish.patience());
    }

    private Optional<Attempt<R>> attempt() {
        return key.map(
                given -> new Attempt<>(exchange.caller().subject(), given.value(), given.fingerprint(), rendering::of));
    }

    private byte[] tried(byte[] body) {
        return making ? Json.without(Json.without(body, "id"), "slug") : body;
    }

    private void tell(Answer<R> answer) {
        switch (answer) {
            case Answer.Done<R>(R result, Sync reached, var _, var impact)
            when wish.validateOnly() -> {
                byte[] body = tried(rendering.of(result, reached).body());
                exchange.json(
                        Status.OK_200,
                        impact.isPresent() ? Json.with(body, new Telling.Impact(impact.getAsLong())) : body);
            }
            case Answer.Done<R>(R result, Sync reached, var token, var _) ->
                Replies.stored(exchange, first.of(result, reached).with(token));
            case Answer.Replayed<R>(StoredReply reply) -> Replies.stored(exchange.with(Replies.REPLAYED), reply);
            case Answer.Refused<R> _, Answer.Denied<R> _, Answer.Missing<R> _, Answer.Gone<R> _, Answer.Stale<R> _ ->
                throw Problems.refusal(answer);
        }
    }
}
