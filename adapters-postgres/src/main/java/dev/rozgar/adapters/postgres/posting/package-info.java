/// Jobs as rows.
@NullMarked
package dev.rozgar.adapters.postgres.posting;

import org.jspecify.annotations.NullMarked;
