package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Clones;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.stand.Truth;
import dev.rozgar.bootstrap.prove.work.Bodies;
import dev.rozgar.bootstrap.prove.work.Caller;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// T6: differences of every kind are put between the truth and the index behind the service's back, for `verify` to
/// find. By versions it finds what has one that is wrong, or none; a text that was altered under its right version
/// is found by texts alone, which builds and reads every document and takes as long as that takes.
final class CheckerProof implements Proof {
    private static final double MOST = 60;
    /// Where the index has documents of jobs that never were.
    private static final long NOWHERE = 3_000_000_000L;

    private static final long FUTURE = 100_000_000;

    /// What is wrong with a document, as `verify` calls it.
    private enum Wrong {
        MISSING,
        EXTRA,
        STALE,
        FUTURE,
        DIFFERENT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param wrong  what is put there, in turn
    /// @param count  differences
    /// @param besides documents that may be written beside them
    private record Round(String name, List<Wrong> wrong, int count, int besides) {
        boolean isByTexts() {
            return wrong.contains(Wrong.DIFFERENT);
        }

        boolean isOfFuture() {
            return wrong.contains(Wrong.FUTURE);
        }
    }

    @Override
    public String id() {
        return "T6";
    }

    @Override
    public String promise() {
        return "the checker finds the 1000 of 1250 differences among 1,000,000 documents that versions tell in 60 s a round,"
                + " and the others by their texts; it accuses no other and repairs only those";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        int jobs = occasion.size(1_000_000, 5_000);
        int portion = occasion.size(250, 15);
        try (var board = occasion.board("t6", Map.of()).start(1);
                var caller = new Caller(board)) {
            long job = caller.job(caller.company("checked-works"), "checked");
            long first = load(board, job, jobs);
            var before = verify(board, "before");
            protocol.claim("accuses nobody before", before.getBoolean("in_step"), before.toString());
            var jobsThere = new Jobs(first, jobs);
            List<Wrong> byVersions = List.of(Wrong.MISSING, Wrong.EXTRA, Wrong.STALE);
            round(occasion, board, protocol, jobsThere, new Round("", byVersions, 3 * portion, 0));
            var altered = new Round(", altered under the same version", List.of(Wrong.DIFFERENT), portion, 0);
            round(occasion, board, protocol, jobsThere, altered);
            // Versions of the future begin an epoch, for which the relay by itself writes the newest 10,000 documents
            // anew.
            var future = new Round(", of the future", List.of(Wrong.FUTURE), portion, 10_000);
            round(occasion, board, protocol, jobsThere, future);
        }
    }

    /// Ids without a gap.
    private record Jobs(long first, int count) {}

    private static void round(Occasion occasion, ProvedBoard board, Protocol protocol, Jobs jobs, Round round) {
        var dice = new Random(occasion.seed() + round.name().hashCode());
        SortedMap<Long, Wrong> wrong = new TreeMap<>();
        while (wrong.size() < round.count()) {
            long id = jobs.first() + dice.nextInt(jobs.count());
            var what = round.wrong().get(wrong.size() % round.wrong().size());
            wrong.putIfAbsent(what == Wrong.EXTRA ? id + NOWHERE : id, what);
        }
        // A node by itself notices versions of the future within seconds: it would be before the checker.
        var node = board.nodes().getFirst();
        if (round.isOfFuture()) node.kill();
        put(board, wrong);
        protocol.observed("difference made" + round.name(), wrong.size());

        long written = board.index().statistic("indexing", "index_total");
        var found = round.isByTexts()
                ? verify(board, "by-texts", "--deep", "--repair")
                : verify(board, round.isOfFuture() ? "of-the-future" : "by-versions", "--repair");
        if (round.isOfFuture()) node.start();
        board.awaitSettled(120);
        written = board.index().statistic("indexing", "index_total") - written;

        protocol.claim(
                "finds all, and nothing else" + round.name(),
                number(found, "differences") == wrong.size() && kinds(found).equals(kinds(wrong)),
                number(found, "differences") + " of " + wrong.size() + ": " + kinds(found));
        protocol.claim(
                "owes anew only those" + round.name(),
                number(found, "repaired") == wrong.size(),
                number(found, "repaired") + " of " + wrong.size());
        protocol.claim(
                "only those are written" + round.name(),
                written >= wrong.size() && written <= wrong.size() + round.besides(),
                written + " written, up to " + (wrong.size() + round.besides()) + " expected");
        var comparison = board.compare();
        protocol.claim("nothing differs" + round.name(), comparison.isClean(), comparison.toString());
        double took = number(found, "took_ms") / 1e3;
        if (occasion.isBrief() || round.isByTexts()) protocol.figure("checked in" + round.name(), took, "s");
        else protocol.atMost("checked in" + round.name(), took, MOST, "s");
    }

    private static long number(JsonObject found, String name) {
        return found.getJsonNumber(name).longValue();
    }

    private static Map<String, Long> kinds(JsonObject found) {
        var told = found.getJsonObject("by_kind");
        return told.keySet().stream()
                .collect(Collectors.toMap(kind -> kind, kind -> number(told, kind), Long::sum, TreeMap::new));
    }

    private static Map<String, Long> kinds(SortedMap<Long, Wrong> wrong) {
        return wrong.values().stream().collect(Collectors.groupingBy(Wrong::text, TreeMap::new, Collectors.counting()));
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

    private static JsonObject verify(ProvedBoard board, String log, String... options) {
        List<String> words = new ArrayList<>(List.of("verify", "--json"));
        words.addAll(List.of(options));
        try {
            int exit = board.run("verify-" + log, words.toArray(String[]::new)).waitFor();
            var lines = Files.readAllLines(board.log("verify-" + log));
            var json = lines.stream().filter(line -> line.startsWith("{")).reduce((_, last) -> last);
            if (json.isEmpty()) throw new IllegalStateException("verify ends with " + exit + ": " + lines);
            return Bodies.parsed(json.get());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static void put(ProvedBoard board, SortedMap<Long, Wrong> wrong) {
        var lines = new StringBuilder();
        wrong.forEach((id, what) -> lines.append(line(board.truth(), id, what)));
        if (!lines.isEmpty()) board.index().bulk(lines.toString());
        board.index().refresh();
        String stale = wrong.entrySet().stream()
                .filter(each -> each.getValue() == Wrong.STALE)
                .map(each -> Long.toString(each.getKey()))
                .collect(Collectors.joining(","));
        if (!stale.isEmpty()) goOn(board.truth(), stale);
    }

    /// Changes jobs as if the index had been told and had forgotten it.
    private static void goOn(Truth truth, String ids) {
        truth.run("""
                begin;
                set local session_replication_role = replica;
                update job set title = 'Newer ' || id where id in (%1$s);
                update index_ledger set version = (select epoch from index_state) << 40 | nextval('index_version')
                where doc_type = 'job' and doc_id in (%1$s);
                commit
                """.formatted(ids));
    }

    /// Of a bulk request.
    private static String line(Truth truth, long id, Wrong what) {
        long known = what == Wrong.EXTRA ? id - NOWHERE : id;
        long version = truth.number("select version from index_ledger where doc_type = 'job' and doc_id = " + known);
        return switch (what) {
            case MISSING ->
                "{\"delete\":{\"_id\":\"%d\",\"version\":%d,\"version_type\":\"external\"}}\n"
                        .formatted(id, version + 1);
            case EXTRA -> index(id, 1, altered(truth, known).replaceFirst("\"id\":\\d+", "\"id\":" + id));
            case STALE -> "";
            case FUTURE -> index(id, version + FUTURE, altered(truth, id));
            case DIFFERENT -> index(id, version, altered(truth, id));
        };
    }

    private static String altered(Truth truth, long id) {
        var sql = "select document from job_documents(array[%d::bigint])".formatted(id);
        return truth.text(sql).replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"Altered\"");
    }

    private static String index(long id, long version, String document) {
        return "{\"index\":{\"_id\":\"%d\",\"version\":%d,\"version_type\":\"external_gte\"}}\n%s\n"
                .formatted(id, version, document);
    }
}
