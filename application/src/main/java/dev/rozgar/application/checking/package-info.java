/// Whether the searchable copy says what the truth says, document by document; which differ and how; and why one
/// does.
///
/// Nothing here writes to the copy. What differs is owed anew, and paid like every other debt.
@NullMarked
package dev.rozgar.application.checking;

import org.jspecify.annotations.NullMarked;
