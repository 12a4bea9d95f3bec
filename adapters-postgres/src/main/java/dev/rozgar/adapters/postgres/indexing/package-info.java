/// The ledger of what the index owes to PostgreSQL.
@NullMarked
package dev.rozgar.adapters.postgres.indexing;

import org.jspecify.annotations.NullMarked;
