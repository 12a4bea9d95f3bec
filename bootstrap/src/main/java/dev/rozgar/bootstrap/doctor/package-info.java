/// What is wrong with this machine and the engines, each with its fix.
@NullMarked
package dev.rozgar.bootstrap.doctor;

import org.jspecify.annotations.NullMarked;
