package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.domain.machine.Option;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is told of moves, the same for everything that has states.
public final class Telling {
    private Telling() {}

    /// @param onBehalfOf whom the caller said to speak for
    @JsonbPropertyOrder({"role", "subject", "onBehalfOf"})
    public record By(String role, String subject, @Nullable String onBehalfOf) {}

    /// One move that happened.
    ///
    /// @param fromState missing in the first line of a history
    /// @param version   the thing's from then on
    @JsonbPropertyOrder({"sequence", "move", "fromState", "toState", "reason", "by", "version", "at"})
    public record Line(
            Long sequence,
            String move,
            @Nullable String fromState,
            String toState,
            @Nullable String reason,
            By by,
            Long version,
            OffsetDateTime at) {
        public static Line of(Transition line) {
            var actor = line.actor();
            return new Line(
                    line.sequence(),
                    line.move(),
                    line.from().orElse(null),
                    line.to(),
                    line.reason().orElse(null),
                    new By(actor.role(), actor.subject(), actor.onBehalfOf().orElse(null)),
                    line.version(),
                    Json.moment(line.at()));
        }
    }

    /// Where a page and those around it are to be had: paths with their queries, percent-encoded.
    ///
    /// @param next missing on the last page
    /// @param prev missing on the first page, and of lists that go one way
    /// @param first missing where there is no other page before, and of lists that go one way
    @JsonbPropertyOrder({"self", "next", "prev", "first"})
    public record Links(
            String self,
            @Nullable String next,
            @Nullable String prev,
            @Nullable String first) {
        /// @param query as it was understood
        /// @param next  cursor of the following page
        static Links of(String path, QueryString query, Optional<String> next) {
            return new Links(target(path, query), next.map(at(path, query)).orElse(null), null, null);
        }

        /// The same of a page of documents, from which one can go back.
        public static Links of(String path, QueryString query, DocumentPage page) {
            boolean later = query.first(QueryParser.CURSOR).isPresent();
            return new Links(
                    target(path, query),
                    page.next().map(at(path, query)).orElse(null),
                    page.prev().map(at(path, query)).orElse(null),
                    later ? target(path, query.without(QueryParser.CURSOR)) : null);
        }

        /// Of a page whose query does not fit into an address.
        public static Links alone(String self) {
            return new Links(self, null, null, null);
        }

        private static Function<String, String> at(String path, QueryString query) {
            return cursor -> target(path, query.with(QueryParser.CURSOR, cursor));
        }

        private static String target(String path, QueryString query) {
            String encoded = query.encoded();
            return encoded.isEmpty() ? path : path + '?' + encoded;
        }
    }

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record History(List<Line> items, @Nullable String next, Links links) {}

    /// What became of a move.
    ///
    /// @param transitions what was asked for, and what followed from it at once
    @JsonbPropertyOrder({"id", "state", "version", "sync", "transitions"})
    public record Moved(Long id, String state, Long version, String sync, List<Line> transitions) {}

    @JsonbPropertyOrder({"move", "toState"})
    public record Permitted(String move, String toState) {
        /// Those of the options that may be taken now.
        public static List<Permitted> of(List<Option<?, ?>> options) {
            return options.stream()
                    .flatMap(option -> Optional.<Enum<?>>ofNullable(option.to().orElse(null))
                            .map(to -> new Permitted(option.trigger().name(), to.name()))
                            .stream())
                    .toList();
        }
    }

    @JsonbPropertyOrder({"move", "blockedBy"})
    public record Blocked(String move, List<Problem.Blocker> blockedBy) {
        static List<Blocked> of(List<Option<?, ?>> options) {
            return options.stream()
                    .filter(option -> !option.isPermitted())
                    .map(option -> new Blocked(
                            option.trigger().name(),
                            option.blockedBy().stream().map(Problem.Blocker::of).toList()))
                    .toList();
        }
    }

    /// How something may move now, and what stands against the rest.
    @JsonbPropertyOrder({"state", "version", "permitted", "blocked"})
    public record Options(String state, Long version, List<Permitted> permitted, List<Blocked> blocked) {
        public static Options of(Enum<?> state, long version, List<Option<?, ?>> options) {
            return new Options(state.name(), version, Permitted.of(options), Blocked.of(options));
        }
    }

    public static String name(Sync sync) {
        return sync.name().toLowerCase(Locale.ROOT);
    }

    /// @param indexImpact documents that the index would have to take again
    public record Impact(Long indexImpact) {}
}
