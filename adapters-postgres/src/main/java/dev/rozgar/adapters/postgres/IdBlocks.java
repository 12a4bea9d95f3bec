package dev.rozgar.adapters.postgres;

import java.util.concurrent.locks.ReentrantLock;

/// Ids from a sequence that counts in blocks: the database is asked once per block. What is left of a block when the
/// process ends is never used.
final class IdBlocks {
    /// The `increment` of the sequences.
    static final int SIZE = 64;

    private final PostgresPool pool;
    private final String sequence;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;
    private long end;

    IdBlocks(PostgresPool pool, String sequence) {
        this.pool = pool;
        this.sequence = sequence;
    }

    long next() {
        lock.lock();
        try {
            if (next == end) {
                next = pool.ask(db -> db.createNamedGet(sequence, "select nextval('" + sequence + "')")
                        .execute()
                        .orElseThrow()
                        .column(1)
                        .get(Long.class));
                end = next + SIZE;
            }
            return next++;
        } finally {
            lock.unlock();
        }
    }
}
