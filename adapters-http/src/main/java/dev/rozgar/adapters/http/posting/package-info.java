/// Jobs, for the public and for those who keep them.
@NullMarked
package dev.rozgar.adapters.http.posting;

import org.jspecify.annotations.NullMarked;
