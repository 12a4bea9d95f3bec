package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.stand.Stand;

/// What a proof is run with.
///
/// @param seed from which everything is drawn
record Occasion(Stand stand, long seed) {
    boolean isBrief() {
        return stand.isBrief();
    }

    /// One of two sizes.
    int size(int full, int brief) {
        return isBrief() ? brief : full;
    }
}
