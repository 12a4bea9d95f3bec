package dev.rozgar.application.checking;

import dev.rozgar.application.document.Document;
import java.util.Optional;

/// What the copy holds under one id.
///
/// @param document empty for the marker of a job that is not listed
public record Held(long version, Optional<Document> document) {}
