/// Changes that are all or nothing, the replies kept of them, and the log of what was moved.
@NullMarked
package dev.rozgar.adapters.postgres.change;

import org.jspecify.annotations.NullMarked;
