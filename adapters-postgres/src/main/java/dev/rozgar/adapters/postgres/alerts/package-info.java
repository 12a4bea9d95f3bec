/// Saved searches and webhooks.
@NullMarked
package dev.rozgar.adapters.postgres.alerts;

import org.jspecify.annotations.NullMarked;
