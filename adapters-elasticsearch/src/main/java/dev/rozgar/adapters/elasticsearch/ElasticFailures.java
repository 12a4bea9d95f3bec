package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import dev.rozgar.application.PortFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one place where a failure of Elasticsearch becomes a [PortFailure]. What the server said is for logs, and cut
/// short.
final class ElasticFailures {
    private static final int LONGEST = 500;
    private static final String NO_INDEX = "index_not_found_exception";
    private static final String CLOSED = "index_closed_exception";
    private static final String BLOCKED = "cluster_block_exception";
    private static final String NO_DOCUMENT = "resource_not_found_exception";

    private static final Pattern CLASS_NAMES = Pattern.compile("\\b([a-z]\\w*\\.)+[A-Z]\\w*(:\\s*)?");

    private ElasticFailures() {}

    /// A call that fails as the client library does.
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /// @param doing what is tried, for the log
    static <T> T calling(String doing, Call<T> call) {
        try {
            return call.run();
        } catch (ElasticsearchException answer) {
            throw answered(
                    doing,
                    answer.status(),
                    answer.error().type() + ": " + answer.error().reason(),
                    answer);
        } catch (TransportException answer) {
            throw answered(doing, answer.statusCode(), String.valueOf(answer.getMessage()), answer);
        } catch (HttpReply.TooLarge defect) {
            throw PortFailure.broken(doing + ": " + defect.getMessage(), defect);
        } catch (IOException silence) {
            throw PortFailure.unavailable(doing + ": Elasticsearch does not answer" + why(silence), silence);
        }
    }

    /// In words: the names of classes help nobody who reads a terminal.
    private static String why(IOException silence) {
        String said = silence.getMessage();
        if (said == null) return "";
        String words = CLASS_NAMES.matcher(said).replaceAll("").strip();
        return words.isEmpty() ? "" : " (" + brief(words) + ')';
    }

    /// What a reply means that is not the expected one.
    static PortFailure answered(String doing, HttpReply reply) {
        return answered(doing, reply.statusCode(), excerpt(reply), null);
    }

    /// The beginning of what the server said.
    static String excerpt(HttpReply reply) {
        return new String(reply.buffer(), 0, Math.min(reply.length(), LONGEST), StandardCharsets.UTF_8);
    }

    /// Whether the reply says that there is an index, only not this document in it.
    static boolean isMissingDocument(HttpReply reply) {
        return reply.statusCode() == 404
                && new String(reply.buffer(), 0, reply.length(), StandardCharsets.UTF_8).contains(NO_DOCUMENT);
    }

    /// A reply that is not what Elasticsearch writes.
    static PortFailure senseless(String doing, RuntimeException defect) {
        return PortFailure.broken(doing + ": the reply makes no sense", defect);
    }

    /// Cut to what a log or a ledger should hold.
    static String brief(@Nullable String reason) {
        if (reason == null) return "no reason given";
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + '…';
    }

    private static PortFailure answered(String doing, int status, String reason, @Nullable Throwable cause) {
        String message = doing + ": Elasticsearch answered " + status + ", " + brief(reason);
        return mayPass(status, reason) ? PortFailure.unavailable(message, cause) : PortFailure.broken(message, cause);
    }

    /// A missing index passes too: it is there after the first build. And so does a block, which an operator or a disk
    /// that is nearly full has put on the index or the cluster, and a closed index, which can be opened.
    private static boolean mayPass(int status, String reason) {
        return switch (status) {
            case 408, 429, 502, 503, 504 -> true;
            case 400 -> reason.contains(CLOSED);
            case 403 -> reason.contains(BLOCKED);
            case 404 -> reason.contains(NO_INDEX);
            default -> false;
        };
    }
}
