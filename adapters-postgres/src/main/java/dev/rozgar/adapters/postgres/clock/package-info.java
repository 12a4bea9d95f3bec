/// What falls due by itself.
@NullMarked
package dev.rozgar.adapters.postgres.clock;

import org.jspecify.annotations.NullMarked;
