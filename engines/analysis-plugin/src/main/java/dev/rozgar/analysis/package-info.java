/// The text analysis that index settings ask for by its standard name, for an Elasticsearch that was built
/// without it. On a full distribution the same settings find the server's own components, over the same Lucene
/// classes with the same defaults; this plugin is not installed there.
///
/// Not read, unlike there: `flags` of the patterns; write `(?i)` into the pattern.
@NullMarked
package dev.rozgar.analysis;

import org.jspecify.annotations.NullMarked;
