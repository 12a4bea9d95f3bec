/// Processes of this very program: measured and tormented from outside.
@NullMarked
package dev.rozgar.bootstrap.process;

import org.jspecify.annotations.NullMarked;
