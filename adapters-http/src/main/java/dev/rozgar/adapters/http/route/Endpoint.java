package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.wire.Exchange;

/// What a route does with one method.
@FunctionalInterface
public interface Endpoint {
    void serve(Exchange exchange);
}
