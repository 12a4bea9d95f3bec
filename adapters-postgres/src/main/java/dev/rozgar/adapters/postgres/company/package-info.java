/// Companies as rows.
@NullMarked
package dev.rozgar.adapters.postgres.company;

import org.jspecify.annotations.NullMarked;
