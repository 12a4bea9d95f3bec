/// A real PostgreSQL and a real Elasticsearch, for the demo and for tests: configured ones, else containers, else
/// child processes of our own.
@NullMarked
package dev.rozgar.engines;

import org.jspecify.annotations.NullMarked;
