package dev.rozgar.adapters.http;

/// What a route does with one method.
@FunctionalInterface
interface Endpoint {
    void serve(Exchange exchange);
}
