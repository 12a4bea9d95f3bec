/// Elasticsearch as the searchable copy. [dev.rozgar.adapters.elasticsearch.Elasticsearch] is the only door.
///
/// Documents pass through as bytes, never parsed: a reply is scanned for the few things around them.
@NullMarked
package dev.rozgar.adapters.elasticsearch;

import org.jspecify.annotations.NullMarked;
