/// Keys of the API.
@NullMarked
package dev.rozgar.adapters.postgres.access;

import org.jspecify.annotations.NullMarked;
