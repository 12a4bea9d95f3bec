/// One request and its answer on the wire: framing, time limits, headers, query strings, bodies, compression, the log
/// line.
@NullMarked
package dev.rozgar.adapters.http.wire;

import org.jspecify.annotations.NullMarked;
