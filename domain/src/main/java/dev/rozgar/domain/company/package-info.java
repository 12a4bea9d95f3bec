/// Employers: who they are, and whether they may post.
@NullMarked
package dev.rozgar.domain.company;

import org.jspecify.annotations.NullMarked;
