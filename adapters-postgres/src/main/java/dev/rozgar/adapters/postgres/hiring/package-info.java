/// Applications, candidates, openings and interviews as rows.
@NullMarked
package dev.rozgar.adapters.postgres.hiring;

import org.jspecify.annotations.NullMarked;
