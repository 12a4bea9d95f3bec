/// What a proof runs on: engines and nodes of its own, and a look at both stores past the service.
@NullMarked
package dev.rozgar.bootstrap.prove.stand;

import org.jspecify.annotations.NullMarked;
