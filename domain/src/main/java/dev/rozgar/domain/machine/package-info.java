/// What all state machines share: their arrows and options, found by trying moves, and the answer where none leads.
@NullMarked
package dev.rozgar.domain.machine;

import org.jspecify.annotations.NullMarked;
