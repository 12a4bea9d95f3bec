/// The feed of changes over HTTP: page by page, as they come, or as an event stream.
@NullMarked
package dev.rozgar.adapters.http.feed;

import org.jspecify.annotations.NullMarked;
