/// Faults of the network between the service and its engines.
@NullMarked
package dev.rozgar.bootstrap.prove.fault;

import org.jspecify.annotations.NullMarked;
