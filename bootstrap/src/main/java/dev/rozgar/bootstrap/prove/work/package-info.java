/// Work for the board: seeded histories of writes, repeated until they are answered.
@NullMarked
package dev.rozgar.bootstrap.prove.work;

import org.jspecify.annotations.NullMarked;
