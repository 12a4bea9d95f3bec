/// Events on their way out: signed, and to addresses of the public alone.
@NullMarked
package dev.rozgar.adapters.http.delivery;

import org.jspecify.annotations.NullMarked;
