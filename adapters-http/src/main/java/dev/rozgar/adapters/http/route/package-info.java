/// Every operation with its path and its right, who calls it, and how often he may.
@NullMarked
package dev.rozgar.adapters.http.route;

import org.jspecify.annotations.NullMarked;
