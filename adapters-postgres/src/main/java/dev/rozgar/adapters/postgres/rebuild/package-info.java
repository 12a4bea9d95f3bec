/// The building of indexes: what goes into them, and the note that one is under construction.
@NullMarked
package dev.rozgar.adapters.postgres.rebuild;

import org.jspecify.annotations.NullMarked;
