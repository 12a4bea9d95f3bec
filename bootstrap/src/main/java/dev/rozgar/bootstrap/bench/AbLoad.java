package dev.rozgar.bootstrap.bench;

import java.net.URI;
import java.util.Optional;

/// One kind of request, sent over and over, each on a connection of its own as in the article.
///
/// @param body JSON to POST; a GET without it
/// @param key sent as a bearer's; nobody's without it
/// @param concurrency requests under way at the same time
/// @param statuses whether the status of every answer is noted, which costs the sender a little
record AbLoad(URI uri, Optional<byte[]> body, Optional<String> key, int concurrency, boolean statuses) {}
