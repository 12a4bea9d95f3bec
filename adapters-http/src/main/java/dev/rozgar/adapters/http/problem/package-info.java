/// What is told when something is wrong (RFC 9457): kinds of problems, and the one place where failures become them.
@NullMarked
package dev.rozgar.adapters.http.problem;

import org.jspecify.annotations.NullMarked;
