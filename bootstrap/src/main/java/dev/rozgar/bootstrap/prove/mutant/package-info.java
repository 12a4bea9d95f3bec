/// Relays that were damaged on purpose, and the trials in which each of them is found out.
@NullMarked
package dev.rozgar.bootstrap.prove.mutant;

import org.jspecify.annotations.NullMarked;
