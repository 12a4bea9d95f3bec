/// What companies owe for what they used: invoices with Indian goods-and-services tax, payments and credit notes.
@NullMarked
package dev.rozgar.domain.billing;

import org.jspecify.annotations.NullMarked;
