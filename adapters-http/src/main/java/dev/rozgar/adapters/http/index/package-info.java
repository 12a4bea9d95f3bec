/// The search index, for those who run it.
@NullMarked
package dev.rozgar.adapters.http.index;

import org.jspecify.annotations.NullMarked;
