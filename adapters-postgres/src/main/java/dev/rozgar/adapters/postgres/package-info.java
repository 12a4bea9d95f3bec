/// PostgreSQL, the truth: repositories, read models and the ledger of what the index owes to it. [Postgres] is the
/// door.
@NullMarked
package dev.rozgar.adapters.postgres;

import org.jspecify.annotations.NullMarked;
