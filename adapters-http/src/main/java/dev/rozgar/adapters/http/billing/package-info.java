/// Invoices.
@NullMarked
package dev.rozgar.adapters.http.billing;

import org.jspecify.annotations.NullMarked;
