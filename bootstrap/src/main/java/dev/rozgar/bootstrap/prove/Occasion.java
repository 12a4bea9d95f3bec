package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.stand.Stand;
import java.util.function.Consumer;

/// What a proof is run with.
///
/// @param seed from which everything is drawn
/// @param told how far it has come, in words
record Occasion(Stand stand, long seed, Consumer<String> told) {
    Occasion(Stand stand, long seed) {
        this(stand, seed, _ -> {});
    }

    boolean isBrief() {
        return stand.isBrief();
    }

    /// One of two sizes.
    int size(int full, int brief) {
        return isBrief() ? brief : full;
    }
}
