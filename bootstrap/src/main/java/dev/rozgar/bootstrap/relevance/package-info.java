/// How good the order of a search is: queries with jobs that were judged, and what both stores make of them.
@NullMarked
package dev.rozgar.bootstrap.relevance;

import org.jspecify.annotations.NullMarked;
