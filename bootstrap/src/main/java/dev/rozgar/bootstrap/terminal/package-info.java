/// What a person at the terminal sees while waiting.
@NullMarked
package dev.rozgar.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
