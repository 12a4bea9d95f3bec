/// Statements: the pool they run over, what they carry and answer, and how they fail.
@NullMarked
package dev.rozgar.adapters.postgres.sql;

import org.jspecify.annotations.NullMarked;
