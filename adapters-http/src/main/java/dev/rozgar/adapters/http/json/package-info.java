/// JSON of small things: how values are written and read, and what shape a body has.
@NullMarked
package dev.rozgar.adapters.http.json;

import org.jspecify.annotations.NullMarked;
