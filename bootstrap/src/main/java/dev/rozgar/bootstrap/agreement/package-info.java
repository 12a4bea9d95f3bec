/// Queries by which the two stores judge each other: made at random from what the documents hold.
@NullMarked
package dev.rozgar.bootstrap.agreement;

import org.jspecify.annotations.NullMarked;
