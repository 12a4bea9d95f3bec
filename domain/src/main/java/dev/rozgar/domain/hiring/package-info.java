/// From an application to a joining: what candidates send, interviews, offers and seats.
@NullMarked
package dev.rozgar.domain.hiring;

import org.jspecify.annotations.NullMarked;
