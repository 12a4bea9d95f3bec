/// What a proof has seen, and how it is told.
@NullMarked
package dev.rozgar.bootstrap.prove.report;

import org.jspecify.annotations.NullMarked;
