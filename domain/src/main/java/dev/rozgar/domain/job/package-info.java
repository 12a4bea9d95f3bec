/// Vacancies: what is offered, and the way from a draft to the archive.
@NullMarked
package dev.rozgar.domain.job;

import org.jspecify.annotations.NullMarked;
