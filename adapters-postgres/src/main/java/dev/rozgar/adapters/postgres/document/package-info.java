/// Documents: the functions that build them, and the pages that read them.
@NullMarked
package dev.rozgar.adapters.postgres.document;

import org.jspecify.annotations.NullMarked;
