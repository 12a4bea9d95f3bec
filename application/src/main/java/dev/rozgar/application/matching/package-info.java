/// Why a job is found by a query, or why not: condition by condition, and by how much.
@NullMarked
package dev.rozgar.application.matching;

import org.jspecify.annotations.NullMarked;
