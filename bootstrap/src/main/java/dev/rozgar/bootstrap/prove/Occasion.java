package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.stand.Stand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What a proof is run with.
///
/// @param seed from which everything is drawn
/// @param told how far it has come, in words
record Occasion(Stand stand, long seed, Consumer<String> told) {
    private static final List<String> DEADLINES = List.of(
            "rozgar.elasticsearch.read_timeout",
            "rozgar.elasticsearch.write_timeout",
            "rozgar.postgres.connect_timeout",
            "rozgar.postgres.statement_timeout",
            "rozgar.postgres.list_timeout",
            "rozgar.server.patience");

    Occasion(Stand stand, long seed) {
        this(stand, seed, _ -> {});
    }

    boolean isBrief() {
        return stand.isBrief();
    }

    /// A board on which nothing is late on purpose. In a brief run, on a machine busy with others, it has
    /// deadlines that no pause passes.
    ProvedBoard board(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        if (isBrief()) DEADLINES.forEach(deadline -> all.put(deadline, "60s"));
        all.putAll(settings);
        return stand.board(name, all);
    }

    /// One of two sizes.
    int size(int full, int brief) {
        return isBrief() ? brief : full;
    }
}
