/// Charges and invoices as rows.
@NullMarked
package dev.rozgar.adapters.postgres.billing;

import org.jspecify.annotations.NullMarked;
