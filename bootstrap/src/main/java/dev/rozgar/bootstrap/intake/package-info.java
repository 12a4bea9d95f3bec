/// Files of postings from elsewhere, read row by row: CSV by a profile that says what its columns mean, and NDJSON of
/// schema.org's JobPosting.
@NullMarked
package dev.rozgar.bootstrap.intake;

import org.jspecify.annotations.NullMarked;
