/// Being told: searches that are kept, and addresses that hear of events.
@NullMarked
package dev.rozgar.domain.alerts;

import org.jspecify.annotations.NullMarked;
