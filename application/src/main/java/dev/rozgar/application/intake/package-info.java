/// Postings from elsewhere, brought in by the file.
@NullMarked
package dev.rozgar.application.intake;

import org.jspecify.annotations.NullMarked;
