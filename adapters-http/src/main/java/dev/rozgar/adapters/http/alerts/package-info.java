/// Saved searches and webhooks, for those who keep them.
@NullMarked
package dev.rozgar.adapters.http.alerts;

import org.jspecify.annotations.NullMarked;
