/// Made-up companies and jobs in realistic shapes: the same plan gives the same data, to the byte.
@NullMarked
package dev.rozgar.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
