/// Companies, for the public and for those who keep them.
@NullMarked
package dev.rozgar.adapters.http.company;

import org.jspecify.annotations.NullMarked;
