package dev.rozgar.application.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The place in an order just after one document: that document's sort keys, the last of them its id.
/// It names no engine, so a traversal begun on one read model goes on, on the other.
///
/// @param keys one per sort of the query, empty where the document has no value
public record Cursor(List<Optional<Value>> keys) {
    private static final int MAX_TOKEN = 4_096;

    public Cursor {
        keys = List.copyOf(keys);
    }

    /// An opaque token, legal in a URL, that only the same filters and order will accept again.
    String token(DocumentQuery query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(query.identity());
            out.writeLong(query.ranking().at().toEpochMilli());
            for (Optional<Value> key : keys) {
                out.writeBoolean(key.isPresent());
                out.writeUTF(key.map(Value::text).orElse(""));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /// The moment that the ranking of the token's traversal was made for ([Ranking#at]).
    public static Optional<Instant> rankedAt(String token) {
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
            if (!in.readUTF().equals(query.identity())) return Optional.empty();
            in.readLong();
            List<Optional<Value>> keys = new ArrayList<>();
            for (Sort sort : query.order()) {
                boolean present = in.readBoolean();
                Optional<Value> value = sort.parse(in.readUTF());
                // The last key is the id and always there.
                if (present && value.isEmpty()) return Optional.empty();
                keys.add(present ? value : Optional.empty());
            }
            boolean whole = in.read() < 0 && keys.getLast().isPresent();
            return whole ? Optional.of(new Cursor(keys)) : Optional.empty();
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }
}
