/// Applications, what a job asks its applicants, openings and interview slots.
@NullMarked
package dev.rozgar.adapters.http.hiring;

import org.jspecify.annotations.NullMarked;
