/// Being told: what comes to match a saved search, and how events reach webhooks.
@NullMarked
package dev.rozgar.application.alerts;

import org.jspecify.annotations.NullMarked;
