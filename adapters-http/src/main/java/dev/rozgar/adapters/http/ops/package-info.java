/// What the service tells of itself: its API in OpenAPI, probes, metrics.
@NullMarked
package dev.rozgar.adapters.http.ops;

import org.jspecify.annotations.NullMarked;
