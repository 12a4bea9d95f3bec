package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.Exchange;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Puts operations under their paths, each with and without a slash at its end. The server tells a wrong method from
/// a wrong path by nothing, so methods are told apart here: `HEAD` is a `GET` without its body, `OPTIONS` and
/// a 405 list what there is. Whoever calls is made known, and let in or not, before an operation sees the request.
public final class Routes {
    private final Turnstile turnstile;
    private final Deprecations deprecations;
    private final Map<String, Map<Method, Bound>> resources = new LinkedHashMap<>();

    private record Bound(Operation operation, Endpoint endpoint) {}

    public Routes(Turnstile turnstile, Deprecations deprecations) {
        this.turnstile = turnstile;
        this.deprecations = deprecations;
    }

    public Routes on(Operation operation, Endpoint endpoint) {
        resources
                .computeIfAbsent(operation.template(), _ -> new LinkedHashMap<>())
                .put(operation.method(), new Bound(operation, endpoint));
        return this;
    }

    /// Every path so far, in the order they were put up.
    public List<String> templates() {
        return List.copyOf(resources.keySet());
    }

    /// To be called once all operations are known.
    public void mount(HttpRules rules) {
        resources.forEach((template, bound) -> {
            Resource resource = new Resource(template, bound, this);
            rules.any(template, (request, _) -> resource.serve(Exchange.of(request)));
            if (!template.endsWith("/"))
                rules.any(template + '/', (request, _) -> resource.serve(Exchange.of(request)));
        });
    }

    private static final class Resource {
        private static final String JSON = "application/json";

        private final String template;
        private final Map<Method, Bound> operations;
        private final Routes routes;
        private final Header allow;
        private final Set<String> media;

        private Resource(String template, Map<Method, Bound> operations, Routes routes) {
            this.template = template;
            this.operations = Map.copyOf(operations);
            this.routes = routes;
            this.media = operations.values().stream()
                    .flatMap(bound -> media(bound.operation().kind()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            String names =
                    operations.keySet().stream().map(Method::text).sorted().collect(Collectors.joining(", "));
            this.allow = HeaderValues.createCached(
                    HeaderNames.ALLOW, names + (operations.containsKey(Method.GET) ? ", HEAD, OPTIONS" : ", OPTIONS"));
        }

        private static Set<String> media(OperationKind kind) {
            return switch (kind) {
                case STREAM -> Set.of(JSON, "application/x-ndjson");
                case FEED -> Set.of(JSON, "text/event-stream");
                default -> Set.of(JSON);
            };
        }

        private void serve(Exchange exchange) {
            Method method = exchange.method();
            Bound bound = operations.get(method.equals(Method.HEAD) ? Method.GET : method);
            exchange.routedBy(template);
            if (bound != null) {
                ServerRequestHeaders headers = exchange.request().headers();
                if (!isAcceptable(headers))
                    throw Refusal.of(ProblemType.NOT_ACCEPTABLE, "What can be sent: " + String.join(", ", media) + '.');
                routes.turnstile.pass(exchange, bound.operation);
                routes.deprecations.tell(exchange, bound.operation);
                Admission.require(bound.operation, exchange.caller());
                // What would have no effect is not taken: its sender believes that it has one.
                if (!bound.operation.kind().takesBody()
                        && exchange.request().content().hasEntity())
                    throw Refusal.closing(ProblemType.MALFORMED_REQUEST, "Nothing is taken in a body here.");
                bound.endpoint.serve(exchange);
            } else if (method.equals(Method.OPTIONS)) {
                exchange.with(allow).empty(Status.NO_CONTENT_204);
            } else {
                exchange.with(allow)
                        .fail(Refusal.of(ProblemType.METHOD_NOT_ALLOWED, "Allowed here: " + allow.get() + "."));
            }
        }

        private boolean isAcceptable(ServerRequestHeaders headers) {
            if (!template.startsWith("/api") || !headers.contains(HeaderNames.ACCEPT)) return true;
            return headers.get(HeaderNames.ACCEPT).allValues().stream()
                    .anyMatch(value -> value.contains("*/*")
                            || media.stream().anyMatch(value::contains)
                            || value.contains("application/*"));
        }
    }
}
