package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ByteArrayBinaryData;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/// A whole reply in memory. The connection it came by is free again.
///
/// @param buffer begins with the body
/// @param length bytes of the body
record HttpReply(TransportHttpClient.Node node, int statusCode, List<Header> headers, byte[] buffer, int length)
        implements TransportHttpClient.Response {
    /// Far above any page; only a reply that is none of ours grows to it.
    static final int MAX_BODY = 64 << 20;

    /// Bytes, and the most that is ever guessed.
    static final int FIRST_GUESS = 96 << 10;

    /// The body was longer than [#MAX_BODY].
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("a reply of more than " + MAX_BODY + " bytes");
        }
    }

    /// @param usual how long a reply may be whose length is not told beforehand, so that its buffer need not grow
    static HttpReply read(TransportHttpClient.Node node, ClassicHttpResponse response, int usual) throws IOException {
        List<Header> headers = List.of(response.getHeaders());
        HttpEntity entity = response.getEntity();
        if (entity == null) return new HttpReply(node, response.getCode(), headers, new byte[0], 0);
        if (entity.getContentLength() > MAX_BODY) throw new TooLarge();
        int guess = entity.getContentLength() < 0 ? usual : (int) entity.getContentLength() + 1;
        byte[] buffer = new byte[guess];
        int length = 0;
        try (InputStream in = entity.getContent()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer, length, buffer.length - length)) {
                length += n;
                if (length > MAX_BODY) throw new TooLarge();
                if (length == buffer.length) buffer = Arrays.copyOf(buffer, 2 * length);
            }
        }
        return new HttpReply(node, response.getCode(), headers, buffer, length);
    }

    @Override
    public @Nullable String header(String name) {
        return headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(Header::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(Header::getValue)
                .toList();
    }

    @Override
    public @Nullable BinaryData body() {
        String type = header(HttpHeaders.CONTENT_TYPE);
        return length == 0 ? null : new ByteArrayBinaryData(buffer, 0, length, type == null ? "" : type);
    }

    @Override
    public Object originalResponse() {
        return this;
    }

    @Override
    public void close() {}
}
