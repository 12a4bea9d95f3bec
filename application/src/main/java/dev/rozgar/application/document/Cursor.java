package dev.rozgar.application.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The place in an order just after one document, or just before it for whoever goes back: that document's sort
/// keys, the last of them its id. It names no engine, so a traversal begun on one read model goes on, on the other.
///
/// In a list that shows one document of each kind ([PageShape#onePer]) it is a number of documents instead: which
/// documents are shown depends on all that lie before.
///
/// @param keys one per sort of the query, empty where the document has no value; none of a list of one of each kind
/// @param skipped how many documents of such a list lie before
/// @param backwards whether the page ends there instead of beginning there
public record Cursor(List<Optional<Value>> keys, int skipped, boolean backwards) {
    /// What stands before the digest of a query in a token that goes back.
    private static final String BACK = "<";

    private static final int MAX_TOKEN = 4_096;
    private static final Duration LONGEST_TRAVERSAL = Duration.ofDays(400);

    public Cursor {
        keys = List.copyOf(keys);
        if (skipped < 0 || skipped > 0 && !keys.isEmpty()) throw new IllegalArgumentException("a place by one measure");
    }

    public Cursor(List<Optional<Value>> keys) {
        this(keys, 0, false);
    }

    /// Behind so many documents.
    public static Cursor behind(int documents) {
        return new Cursor(List.of(), documents, false);
    }

    /// What lies before the same place.
    public Cursor before() {
        return new Cursor(keys, skipped, true);
    }

    /// An opaque token, legal in a URL, that only the same filters and order will accept again. Its direction is
    /// part of it.
    String token(DocumentQuery query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF((backwards ? BACK : "") + query.identity());
            out.writeLong(query.ranking().at().toEpochMilli());
            if (query.shape().onePer().isPresent()) out.writeInt(skipped);
            for (Optional<Value> key : keys) {
                out.writeBoolean(key.isPresent());
                out.writeUTF(key.map(Value::text).orElse(""));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /// When the traversal began that a page is of, so that what depends on the moment is the same for all its pages
    /// ([Ranking#at]). What no cursor of ours says is not believed.
    ///
    /// @param now of a page that no other went before
    public static Instant begun(Optional<String> token, Instant now) {
        return token.flatMap(Cursor::begun)
                .filter(at -> Duration.between(at, now).abs().compareTo(LONGEST_TRAVERSAL) < 0)
                .orElse(now);
    }

    private static Optional<Instant> begun(String token) {
        if (token.length() > MAX_TOKEN) return Optional.empty();
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(token)))) {
            in.readUTF();
            return Optional.of(Instant.ofEpochMilli(in.readLong()));
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    /// Reads a token; empty where it is not one of ours, or was given out for other filters or another order.
    public static Optional<Cursor> parse(String token, DocumentQuery query) {
        if (token.length() > MAX_TOKEN) return Optional.empty();
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(token)))) {
            String of = in.readUTF();
            boolean backwards = of.startsWith(BACK);
            if (!of.equals((backwards ? BACK : "") + query.identity())) return Optional.empty();
            in.readLong();
            if (query.shape().onePer().isPresent()) return skipping(in, backwards);
            List<Optional<Value>> keys = new ArrayList<>();
            for (Sort sort : query.order()) {
                boolean present = in.readBoolean();
                Optional<Value> value = sort.parse(in.readUTF());
                // The last key is the id and always there.
                if (present && value.isEmpty()) return Optional.empty();
                keys.add(present ? value : Optional.empty());
            }
            boolean whole = in.read() < 0 && keys.getLast().isPresent();
            return whole ? Optional.of(new Cursor(keys, 0, backwards)) : Optional.empty();
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> skipping(DataInputStream in, boolean backwards) throws IOException {
        int skipped = in.readInt();
        boolean whole = skipped > 0 && in.read() < 0;
        return whole ? Optional.of(new Cursor(List.of(), skipped, backwards)) : Optional.empty();
    }
}
