/// Logging: one handler, two formats.
@NullMarked
package dev.rozgar.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
