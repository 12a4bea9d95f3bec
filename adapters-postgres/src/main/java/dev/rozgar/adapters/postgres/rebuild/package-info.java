/// What the building of indexes keeps in PostgreSQL and reads from it.
@NullMarked
package dev.rozgar.adapters.postgres.rebuild;

import org.jspecify.annotations.NullMarked;
