package dev.rozgar.adapters.postgres.sql;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Ids from a sequence that counts in blocks: the database is asked once per block. What is left of a block when the
/// process ends is never used.
public final class IdBlocks {
    /// The `increment` of the sequences.
    static final int SIZE = 64;

    private final String sequence;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;
    private long end;

    public IdBlocks(String sequence) {
        this.sequence = sequence;
    }

    /// Outside of any transaction.
    public long next(PostgresPool pool) {
        return next(() -> pool.ask(db -> db.createNamedGet(sequence, question())
                .execute()
                .orElseThrow()
                .column(1)
                .get(Long.class)));
    }

    /// Within a transaction, over its own connection: who waits for another one while holding one may wait for ever. A
    /// sequence does not care whether the transaction is rolled back.
    public long next(Reads reads) {
        return next(() -> reads.first(question(), row -> row.getLong(1)).orElseThrow());
    }

    private String question() {
        return "select nextval('" + sequence + "')";
    }

    private long next(LongSupplier block) {
        lock.lock();
        try {
            if (next == end) {
                next = block.getAsLong();
                end = next + SIZE;
            }
            return next++;
        } finally {
            lock.unlock();
        }
    }
}
