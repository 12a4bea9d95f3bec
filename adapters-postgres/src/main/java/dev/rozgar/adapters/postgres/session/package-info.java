/// What the desks of one transaction share.
@NullMarked
package dev.rozgar.adapters.postgres.session;

import org.jspecify.annotations.NullMarked;
