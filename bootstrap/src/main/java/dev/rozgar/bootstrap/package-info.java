/// The program and how its parts are put together: read [Wiring] first.
@NullMarked
package dev.rozgar.bootstrap;

import org.jspecify.annotations.NullMarked;
