/// The reference data that jobs and companies point at.
@NullMarked
package dev.rozgar.bootstrap.taxonomy;

import org.jspecify.annotations.NullMarked;
