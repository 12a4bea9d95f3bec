package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Clones;
import dev.rozgar.bootstrap.prove.stand.Comparison.Difference;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.bootstrap.prove.work.Caller;
import java.util.Map;
import java.util.Random;

/// T8: among a thousand documents in one batch stands one that Elasticsearch refuses.
final class RefusedDocumentProof implements Proof {
    private static final int DOCUMENTS = 1_000;
    private static final String MEMBER = "unheard_of";

    /// The document of one job gets a member that no mapping knows: a strict mapping refuses it, as it would after a
    /// migration that forgot the index.
    private static final String ODD_DOCUMENT = """
            alter function job_documents(bigint[]) rename to true_job_documents;
            create function job_documents(ids bigint[]) returns table (id bigint, document text) language sql stable as $$
                select d.id, case when d.id = %d then left(d.document, -1) || ',"%s":true}' else d.document end
                from true_job_documents(ids) d
            $$
            """;

    @Override
    public String id() {
        return "T8";
    }

    @Override
    public String promise() {
        return "one document in 1000 that Elasticsearch refuses: 999 indexed in the same pass,"
                + " 1 set aside with the reason, and redriven once it can be taken";
    }

    @Override
    public void run(Occasion occasion, Protocol protocol) {
        // A slow machine that runs into the deadline sends all of it again, which is right, but another story.
        var settings = Map.of(
                "rozgar.relay.batch",
                "1000",
                "rozgar.relay.max_tries",
                "2",
                "rozgar.elasticsearch.write_timeout",
                "60s");
        try (var board = occasion.stand().board("t8", settings).start(1);
                var caller = new Caller(board)) {
            long job = caller.job(caller.company("odd-works"), "odd");
            board.awaitSettled(30);
            long before = board.index().statistic("indexing", "index_total");
            long odd = new Random(occasion.seed()).nextInt(DOCUMENTS);
            long refused = writeThousand(board, job, odd);
            setAside(board, protocol, refused, before);
            redriven(board, protocol);
        }
    }

    /// The function is replaced first, since a clone is owed as soon as it is there.
    private static long writeThousand(ProvedBoard board, long job, long odd) {
        long first = 1_000_000_000L + board.truth().number("select count(*) from job");
        board.truth().run(ODD_DOCUMENT.formatted(first + odd, MEMBER));
        new Clones(board.truth()).of(job, DOCUMENTS);
        return first + odd;
    }

    private static void setAside(ProvedBoard board, Protocol protocol, long refused, long before) {
        boolean aside = Eventually.comes(30, () -> board.truth().debts().setAside() == 1);
        board.awaitSettled(30);
        var reason = board.truth().text("select coalesce(error, '') from index_ledger where doc_id = " + refused);
        protocol.observed("document refused by Elasticsearch", reason.contains(MEMBER) ? 1 : 0);
        protocol.claim("the refused one is set aside with the reason", aside && reason.contains(MEMBER), reason);
        long sent = board.index().statistic("indexing", "index_total") - before;
        protocol.claim(
                "each of the other 999 was taken at its first try", sent == DOCUMENTS - 1, sent + " were indexed");
        long lost = board.compare().of(Difference.LOST).size();
        protocol.claim("only the refused one is missing", lost == 1, lost + " missing");
    }

    /// The mapping is mended; nothing is written to the document.
    private static void redriven(ProvedBoard board, Protocol protocol) {
        board.index()
                .send(
                        "PUT",
                        "/" + board.index().alias() + "/_mapping",
                        "{\"properties\": {\"" + MEMBER + "\": {\"type\": \"boolean\"}}}");
        int code = exit(board.run("redrive", "index", "redrive"));
        boolean empty = Eventually.comes(
                30,
                () -> board.truth().debts().setAside() == 0
                        && board.truth().debts().documents() == 0);
        var comparison = board.compare();
        protocol.claim(
                "redriven, it is indexed",
                code == 0 && empty && comparison.isClean(),
                "exit " + code + ", " + comparison);
    }

    private static int exit(Process verb) {
        try {
            return verb.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
