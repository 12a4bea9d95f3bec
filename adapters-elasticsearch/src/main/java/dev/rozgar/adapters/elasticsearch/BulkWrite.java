package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import dev.rozgar.application.Prefetch;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Sends entries to one alias in requests of bounded size and reads what was said to each.
///
/// Only `index` actions under external versions: whichever of two racing writes is older loses, and sending one twice
/// is harmless.
final class BulkWrite {
    private static final int MAX_BYTES = 8 << 20;
    /// Entries of a half for which a request of their own is worth while.
    private static final int WORTH_PARTING = 50;
    /// The action line before each document, at the most.
    private static final int ACTION = 128;
    private static final Pattern HELD = Pattern.compile("current version \\[(\\d{1,19})]");

    private static final String NO_WRITE_INDEX = "no write index is defined";

    private final ElasticsearchClient client;

    BulkWrite(ElasticsearchClient client) {
        this.client = client;
    }

    /// One answer for each entry, by position; empty where the alias led to no index. Many are sent in two halves
    /// beside each other: the server takes a request with one thread, and that thread stops for seconds to write a
    /// segment when its memory is full.
    List<Optional<IndexOutcome>> write(String alias, List<IndexEntry> entries) {
        int half = entries.size() / 2;
        if (half < WORTH_PARTING) return inTurn(alias, entries);
        return Prefetch.together(
                () -> inTurn(alias, entries.subList(0, half)),
                () -> inTurn(alias, entries.subList(half, entries.size())),
                (first, second) ->
                        Stream.concat(first.stream(), second.stream()).toList());
    }

    private List<Optional<IndexOutcome>> inTurn(String alias, List<IndexEntry> entries) {
        List<Optional<IndexOutcome>> outcomes = new ArrayList<>(Collections.nCopies(entries.size(), Optional.empty()));
        Batch batch = new Batch();
        for (int i = 0; i < entries.size(); i++) {
            byte[] json = json(entries.get(i));
            if (hasNewline(json)) {
                // It would pass for the end of the document and garble everything behind it.
                outcomes.set(i, Optional.of(new IndexOutcome.Refused("the document is not on one line")));
                continue;
            }
            if (batch.isFullWith(json)) {
                send(alias, batch, outcomes);
                batch = new Batch();
            }
            batch.add(i, entries.get(i), json);
        }
        send(alias, batch, outcomes);
        return outcomes;
    }

    private static byte[] json(IndexEntry entry) {
        return entry.document().map(Document::bytes).orElseGet(() -> marker(entry.id()));
    }

    /// What stands where a job is not listed any more.
    static byte[] marker(long id) {
        return ("{\"id\":" + id + ",\"" + JobMapping.REMOVED + "\":true}").getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean hasNewline(byte[] json) {
        for (byte b : json) {
            if (b == '\n') return true;
        }
        return false;
    }

    private void send(String alias, Batch batch, List<Optional<IndexOutcome>> outcomes) {
        if (batch.positions.isEmpty()) return;
        // Without the alias the name would quietly become an index of its own.
        BulkRequest request =
                BulkRequest.of(bulk -> bulk.index(alias).requireAlias(true).operations(batch.operations));
        List<BulkResponseItem> items =
                ElasticFailures.calling("bulk", () -> client.bulk(request)).items();
        for (int i = 0; i < items.size(); i++) {
            outcomes.set(batch.positions.get(i), outcome(items.get(i)));
        }
    }

    private static Optional<IndexOutcome> outcome(BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null) return Optional.of(new IndexOutcome.Stored());
        String reason = ElasticFailures.brief(error.reason());
        return switch (item.status()) {
            case 409 -> Optional.of(superseded(reason));
            case 400 ->
                Optional.of(isOfTheIndex(error) ? new IndexOutcome.Busy(reason) : new IndexOutcome.Refused(reason));
            case 404 -> Optional.empty();
            // Overload, a full disk's write block, a shard on the move: nothing that this document could help.
            default -> Optional.of(new IndexOutcome.Busy(reason));
        };
    }

    /// Some refusals have nothing to do with the document: a closed index, an alias of two indexes.
    private static boolean isOfTheIndex(ErrorCause error) {
        return "index_closed_exception".equals(error.type())
                || String.valueOf(error.reason()).contains(NO_WRITE_INDEX);
    }

    /// By the version that stands in the way; only the text says which.
    private static IndexOutcome superseded(String reason) {
        Matcher matcher = HELD.matcher(reason);
        return matcher.find()
                ? new IndexOutcome.Superseded(Long.parseLong(matcher.group(1)))
                : new IndexOutcome.Busy("a conflict that does not name the version: " + reason);
    }

    /// What goes into one request.
    private static final class Batch {
        private final List<Integer> positions = new ArrayList<>();
        private final List<BulkOperation> operations = new ArrayList<>();
        private long bytes;

        boolean isFullWith(byte[] json) {
            return bytes > 0 && bytes + json.length + ACTION > MAX_BYTES;
        }

        void add(int position, IndexEntry entry, byte[] json) {
            positions.add(position);
            bytes += json.length + ACTION;
            operations.add(BulkOperation.of(operation -> operation.index(index -> index.id(Long.toString(entry.id()))
                    .version(entry.version())
                    .versionType(VersionType.External)
                    .document(BinaryData.of(json, ContentType.APPLICATION_JSON)))));
        }
    }
}
