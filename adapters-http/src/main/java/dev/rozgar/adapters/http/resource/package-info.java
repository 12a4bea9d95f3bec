/// Manners that all resources share: lists, conditional and repeated writes, moves and their histories.
@NullMarked
package dev.rozgar.adapters.http.resource;

import org.jspecify.annotations.NullMarked;
