package dev.rozgar.adapters.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts endpoints under paths, each with and without a slash at its end. The server tells a wrong method from
/// a wrong path by nothing, so methods are told apart here: `HEAD` is a `GET` without its body, `OPTIONS` and
/// a 405 list what there is.
final class Routes {
    private final HttpRules rules;
    private final List<String> templates = new ArrayList<>();

    Routes(HttpRules rules) {
        this.rules = rules;
    }

    Routes at(String template, Map<Method, Endpoint> endpoints) {
        templates.add(template);
        Resource resource = new Resource(template, endpoints);
        rules.any(template, (request, _) -> resource.serve(Exchange.of(request)));
        if (!template.endsWith("/")) rules.any(template + '/', (request, _) -> resource.serve(Exchange.of(request)));
        return this;
    }

    /// Every path there is, in the order they were put up.
    List<String> templates() {
        return List.copyOf(templates);
    }

    private static final class Resource {
        private final String template;
        private final Map<Method, Endpoint> endpoints;
        private final Header allow;

        private Resource(String template, Map<Method, Endpoint> endpoints) {
            this.template = template;
            this.endpoints = Map.copyOf(endpoints);
            String names =
                    endpoints.keySet().stream().map(Method::text).sorted().collect(Collectors.joining(", "));
            this.allow = HeaderValues.createCached(
                    HeaderNames.ALLOW, names + (endpoints.containsKey(Method.GET) ? ", HEAD, OPTIONS" : ", OPTIONS"));
        }

        private void serve(Exchange exchange) {
            Method method = exchange.method();
            Endpoint endpoint = endpoints.get(method.equals(Method.HEAD) ? Method.GET : method);
            exchange.routedBy(template);
            if (endpoint != null) {
                if (!acceptsJson(exchange.request().headers()))
                    throw Refusal.of(ProblemType.NOT_ACCEPTABLE, "Only application/json can be sent.");
                endpoint.serve(exchange);
            } else if (method.equals(Method.OPTIONS)) {
                exchange.with(allow).empty(Status.NO_CONTENT_204);
            } else {
                exchange.with(allow)
                        .fail(Refusal.of(ProblemType.METHOD_NOT_ALLOWED, "Allowed here: " + allow.get() + "."));
            }
        }

        private boolean acceptsJson(ServerRequestHeaders headers) {
            if (!template.startsWith("/api") || !headers.contains(HeaderNames.ACCEPT)) return true;
            return headers.get(HeaderNames.ACCEPT).allValues().stream()
                    .anyMatch(value -> value.contains("*/*")
                            || value.contains("application/json")
                            || value.contains("application/*"));
        }
    }
}
