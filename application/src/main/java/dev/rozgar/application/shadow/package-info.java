/// Live queries, run on the other read model as well, beside the requests: two stores that judge each other all day.
@NullMarked
package dev.rozgar.application.shadow;

import org.jspecify.annotations.NullMarked;
