package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Clones;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Bodies;
import dev.rozgar.bootstrap.prove.work.Caller;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// T6: differences of every kind are put into the index behind the service's back, for `verify` to find.
final class CheckerProof implements Proof {
    private static final int KINDS = 4;
    private static final double MOST = 60;

    @Override
    public String id() {
        return "T6";
    }

    @Override
    public String promise() {
        return "the checker finds 1000 differences among 1,000,000 documents in 60 s, accuses no other,"
                + " and repairs only those";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        int jobs = occasion.size(1_000_000, 5_000);
        try (var board = occasion.stand().board("t6", Map.of()).start(1);
                var caller = new Caller(board)) {
            long job = caller.job(caller.company("checked-works"), "checked");
            long first = load(board, job, jobs);
            verify(board, protocol, "before");
            int count = occasion.size(1_000, 60);
            round(occasion, board, protocol, new Round("", first, jobs, count * 3 / KINDS, 0));
            // Versions of the future begin an epoch, for which the relay by itself writes the newest 10,000 documents
            // anew.
            round(occasion, board, protocol, new Round(", of the future", first, jobs, count / KINDS, 10_000));
        }
    }

    /// @param wrong differences to be put into the index
    /// @param besides documents that may be written beside them
    private record Round(String name, long first, int jobs, int wrong, int besides) {
        boolean isOfFuture() {
            return besides > 0;
        }
    }

    private static void round(Occasion occasion, ProvedBoard board, Protocol protocol, Round round) {
        var wrong = inject(board, round, occasion);
        protocol.observed("difference put into the index" + round.name(), wrong.size());
        var found = verify(board, protocol, "after", "--deep");
        long differences = found.getJsonNumber("differences").longValue();
        protocol.claim(
                "finds all, and nothing else" + round.name(),
                differences == wrong.size(),
                differences + " of " + wrong.size() + ": " + found.getJsonObject("by_kind"));
        double took = found.getJsonNumber("took_ms").longValue() / 1e3;
        if (occasion.isBrief()) protocol.figure("checked in" + round.name(), took, "s");
        else protocol.atMost("checked in" + round.name(), took, MOST, "s");
        repaired(board, protocol, round, wrong.size());
    }

    /// In portions that a transaction can hold.
    private static long load(ProvedBoard board, long job, int jobs) {
        var clones = new Clones(board.truth());
        int portion = 20_000;
        long first = clones.of(job, Math.min(portion, jobs));
        for (int done = portion; done < jobs; done += portion) {
            clones.of(job, Math.min(portion, jobs - done));
            board.awaitSettled(600);
        }
        board.awaitSettled(600);
        return first;
    }

    private static JsonObject verify(ProvedBoard board, Protocol protocol, String log, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "verify";
        words[1] = "--json";
        System.arraycopy(options, 0, words, 2, options.length);
        try {
            var verb = board.run("verify-" + log, words);
            int exit = verb.waitFor();
            var lines = Files.readAllLines(board.log("verify-" + log));
            var json = lines.stream().filter(line -> line.startsWith("{")).reduce((_, last) -> last);
            if (json.isEmpty()) throw new IllegalStateException("verify ends with " + exit + ": " + lines);
            var found = Bodies.parsed(json.get());
            if (log.equals("before"))
                protocol.claim("accuses nobody before", found.getBoolean("in_step"), "exit " + exit);
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// A third each removed, made up, and altered under the same version; or all altered under a version of the future.
    private static SortedSet<Long> inject(ProvedBoard board, Round round, Occasion occasion) {
        var dice = new Random(occasion.seed() + round.besides());
        SortedSet<Long> wrong = new TreeSet<>();
        var lines = new StringBuilder();
        while (wrong.size() < round.wrong()) {
            long id = round.first() + dice.nextInt(round.jobs());
            int kind = round.isOfFuture() ? KINDS - 1 : wrong.size() % (KINDS - 1);
            if (kind == 1) id += 3_000_000_000L;
            if (wrong.add(id)) lines.append(line(board, id, kind, round.first()));
        }
        board.index().send("POST", "/" + board.index().alias() + "/_bulk?refresh=true", lines.toString());
        return wrong;
    }

    private static String line(ProvedBoard board, long id, int kind, long first) {
        long version = kind == 1
                ? 1
                : board.truth().number("select version from index_ledger where doc_type = 'job' and doc_id = " + id);
        String document = kind == 0
                ? ""
                : board.truth()
                        .text("select document from job_documents(array[%d::bigint])"
                                .formatted(kind == 1 ? first : id));
        String altered = document.replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"Altered\"");
        return switch (kind) {
            case 0 ->
                "{\"delete\":{\"_id\":\"%d\",\"version\":%d,\"version_type\":\"external\"}}\n"
                        .formatted(id, version + 1);
            case 1 -> index(id, version, altered.replaceFirst("\"id\":\\d+", "\"id\":" + id));
            case 2 -> index(id, version, altered);
            default -> index(id, version + 100_000_000, altered);
        };
    }

    private static String index(long id, long version, String document) {
        return "{\"index\":{\"_id\":\"%d\",\"version\":%d,\"version_type\":\"external_gte\"}}\n%s\n"
                .formatted(id, version, document);
    }

    private static void repaired(ProvedBoard board, Protocol protocol, Round round, int wrong) {
        long sent = board.index().statistic("indexing", "index_total");
        var found = verify(board, protocol, "repair", "--deep", "--repair");
        board.awaitSettled(120);
        sent = board.index().statistic("indexing", "index_total") - sent;
        protocol.claim(
                "owes anew only those" + round.name(),
                found.getJsonNumber("repaired").longValue() == wrong,
                found.getJsonNumber("repaired") + " of " + wrong);
        protocol.claim(
                "only those are written" + round.name(),
                sent >= wrong && sent <= wrong + round.besides(),
                sent + " written, up to " + (wrong + round.besides()) + " expected");
        var comparison = board.compare();
        protocol.claim("nothing differs" + round.name(), comparison.isClean(), comparison.toString());
    }
}
