/// Proofs of what is promised of the search index, on real engines under real faults.
@NullMarked
package dev.rozgar.bootstrap.prove;

import org.jspecify.annotations.NullMarked;
