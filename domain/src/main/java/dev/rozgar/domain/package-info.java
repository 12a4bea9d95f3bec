/// The rules of a job board, free of any framework: only `java.lang`, `java.util`, `java.time` and `java.math`.
///
/// Shared words live here; each capability has its own package. A wrong value cannot be built: every canonical
/// constructor lists all its faults in one [dev.rozgar.domain.InvalidValues].
@NullMarked
package dev.rozgar.domain;

import org.jspecify.annotations.NullMarked;
