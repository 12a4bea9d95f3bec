package dev.rozgar.adapters.http.delivery;

import java.io.IOException;

/// Why an event has not come through, in words that the keeper of the webhook may read.
final class Unsent extends IOException {
    private static final long serialVersionUID = 1;

    private final String why;

    Unsent(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
