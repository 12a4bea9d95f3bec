/// What the past of a job tells those who look for one.
@NullMarked
package dev.rozgar.application.signals;

import org.jspecify.annotations.NullMarked;
