/// A new index beside the live one: built, checked, made live, and taken back.
@NullMarked
package dev.rozgar.application.rebuild;

import org.jspecify.annotations.NullMarked;
