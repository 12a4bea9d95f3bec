/// Settings: layers of text become one record, or a list of everything that is wrong with them.
@NullMarked
package dev.rozgar.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
