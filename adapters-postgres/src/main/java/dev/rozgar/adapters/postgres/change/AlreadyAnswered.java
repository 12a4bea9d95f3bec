package dev.rozgar.adapters.postgres.change;

import dev.rozgar.application.change.StoredReply;

/// Ends work whose attempt was answered before, when its first question finds that out. No failure: it never leaves
/// [PostgresTransactions], and so has no trace.
final class AlreadyAnswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient StoredReply reply;

    AlreadyAnswered(StoredReply reply) {
        super("answered before", null, false, false);
        this.reply = reply;
    }

    StoredReply reply() {
        return reply;
    }
}
