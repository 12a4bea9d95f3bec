/// Measures the running service against the limits of its own engines.
@NullMarked
package dev.rozgar.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
