/// The commands of the program, one class each.
@NullMarked
package dev.rozgar.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
