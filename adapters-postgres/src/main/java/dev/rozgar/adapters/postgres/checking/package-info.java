/// What the checker of the copy reads of the truth and its ledger.
@NullMarked
package dev.rozgar.adapters.postgres.checking;

import org.jspecify.annotations.NullMarked;
