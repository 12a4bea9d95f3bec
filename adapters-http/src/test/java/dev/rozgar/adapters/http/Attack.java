package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.route.Operation;

/// A request that should not be.
///
/// @param status  the one answer that is right
/// @param pointed whether the problem must point into the body
@SuppressWarnings("ArrayRecordComponent")
record Attack(Operation operation, String what, int status, boolean pointed, byte[] request) {
    @Override
    public String toString() {
        return operation + ": " + what;
    }
}
