package dev.rozgar.application.indexing;

import dev.rozgar.application.document.Document;
import java.util.Optional;

/// What the index shall hold for one id.
///
/// @param version larger for every later reading of the truth; the index keeps the largest
/// @param document empty where the job is not listed: a marker without fields takes its place, since a deleted document
/// would forget its version
public record IndexEntry(long id, long version, Optional<Document> document) {}
