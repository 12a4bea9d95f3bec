package dev.rozgar.bootstrap.prove.mutant;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexLedger.Claims;
import dev.rozgar.application.indexing.IndexLedger.Taken;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.bootstrap.Opened;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where relays are tried: real ports over a board whose own nodes are stopped, so that every step is taken from here.
public final class Bench implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final IndexRelay.Pace PACE =
            new IndexRelay.Pace(LEASE, Duration.ofMillis(1), Duration.ofMillis(1), 100, 3);

    private final Opened opened = new Opened();
    private final ProvedBoard board;
    private final Postgres postgres;
    private final Elasticsearch elasticsearch;
    private final Optional<Mutant> mutant;
    private Runnable betweenSteps = () -> {};

    /// @param mutant empty for the relay as it is
    public Bench(ProvedBoard board, Optional<Mutant> mutant) {
        this.board = board;
        this.mutant = mutant;
        this.postgres = opened.add(Postgres.open(board.settings().postgres()));
        this.elasticsearch = opened.add(Elasticsearch.open(board.settings().elasticsearch()));
    }

    ProvedBoard board() {
        return board;
    }

    /// What shall happen, once, while a relay stands between two of its steps.
    void between(Runnable happening) {
        betweenSteps = () -> {
            betweenSteps = () -> {};
            happening.run();
        };
    }

    /// As it is, or as the mutant has it.
    IndexRelay relay() {
        return relay(index());
    }

    /// That stands still between its reading and its writing, for what [#between] says.
    IndexRelay relayThatWritesLate() {
        JobIndex real = index();
        return relay(Altered.port(JobIndex.class, real, "write", arguments -> {
            betweenSteps.run();
            return real.write(cast(arguments[0]), cast(arguments[1]));
        }));
    }

    /// That stands still between its claim and its reading, or the mutant between reading and claim.
    IndexRelay relayThatTakesInSteps() {
        IndexLedger real = postgres.indexLedger();
        IndexLedger altered = mutant.map(its -> its.ledger(real, this))
                .filter(its -> its != real)
                .orElse(takingInSteps(real, false));
        return new IndexRelay(altered, index(), PACE);
    }

    private IndexRelay relay(JobIndex index) {
        return new IndexRelay(postgres.indexLedger(), index, PACE);
    }

    private JobIndex index() {
        JobIndex real = elasticsearch.jobIndex();
        return mutant.map(its -> its.index(real, this)).orElse(real);
    }

    /// The three steps of [IndexLedger#take] one by one, with room between them.
    IndexLedger takingInSteps(IndexLedger real, boolean readsFirst) {
        return Altered.port(IndexLedger.class, real, "take", arguments -> {
            int most = (Integer) arguments[0];
            Duration lease = (Duration) arguments[1];
            return readsFirst ? readThenClaimed(real, most, lease) : claimedThenRead(real, most, lease);
        });
    }

    private Taken claimedThenRead(IndexLedger real, int most, Duration lease) {
        Claims claims = real.claim(most, lease);
        betweenSteps.run();
        return new Taken(claims, claims.claims().isEmpty() ? List.of() : real.entries(claims.claims()));
    }

    private Taken readThenClaimed(IndexLedger real, int most, Duration lease) {
        List<IndexEntry> read = real.entries(real.claim(most, Duration.ZERO).claims());
        betweenSteps.run();
        Claims claims = real.claim(most, lease);
        List<IndexEntry> entries = new ArrayList<>();
        for (Claim claim : claims.claims()) {
            entries.add(read.stream()
                    .filter(entry -> entry.id() == claim.id())
                    .map(entry -> new IndexEntry(claim.id(), claim.version(), entry.document()))
                    .findFirst()
                    .orElseThrow());
        }
        return new Taken(claims, entries);
    }

    /// As the index deletes under an external version.
    IndexOutcome delete(IndexEntry entry) {
        var path = "/%s/_doc/%d?version=%d&version_type=external"
                .formatted(board.index().alias(), entry.id(), entry.version());
        board.index().send("DELETE", path, "");
        return new IndexOutcome.Stored();
    }

    @SuppressWarnings("unchecked") // what a port is called with is what it declares
    private static <T> T cast(Object argument) {
        return (T) argument;
    }

    @Override
    public void close() {
        opened.close();
    }
}
