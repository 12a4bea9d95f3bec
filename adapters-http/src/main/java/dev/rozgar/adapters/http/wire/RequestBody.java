package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The body of a request as a record: read within bounds, decoded strictly, checked whole, then mapped.
public final class RequestBody {
    public static final int MOST_BYTES = 1 << 20;
    /// How much more is read and forgotten, so that a caller who is still sending can receive the answer.
    private static final int LINGER_BYTES = 8 << 20;

    private static final Pattern JSON = type("json");
    private static final Pattern MERGE_PATCH = type("merge-patch\\+json");

    private final byte[] bytes;
    private final String text;

    private RequestBody(byte[] bytes, String text) {
        this.bytes = bytes;
        this.text = text;
    }

    /// A body of JSON.
    public static RequestBody json(Exchange exchange) {
        return read(exchange.request(), JSON, "application/json");
    }

    /// A body of JSON, or none at all, which is an object without members.
    public static RequestBody jsonIfAny(Exchange exchange) {
        boolean any = exchange.request().content().hasEntity();
        return any ? json(exchange) : new RequestBody(new byte[0], "{}");
    }

    /// A body of JSON whose members are parameters; shorter than others.
    public static ParameterBody parameters(Exchange exchange, ParameterBody.Form form, QueryFaults faults) {
        ServerRequest request = exchange.request();
        requireType(request.headers(), JSON, "application/json");
        return ParameterBody.read(decoded(bytes(request, ParameterBody.MOST_BYTES)), form, faults);
    }

    /// A body that is to be merged into what is there (RFC 7396).
    public static RequestBody mergePatch(Exchange exchange) {
        return read(exchange.request(), MERGE_PATCH, "application/merge-patch+json");
    }

    /// As it came.
    public byte[] bytes() {
        return bytes;
    }

    public <T> T as(Shape.Members shape, Class<T> type) {
        return as(text, shape, type);
    }

    /// The text, which is of that shape.
    public String checked(Shape.Members shape) {
        BodyCheck.require(text, shape);
        return text;
    }

    public static <T> T as(String text, Shape.Members shape, Class<T> type) {
        BodyCheck.require(text, shape);
        try {
            return Json.read(text, type);
        } catch (JsonbException unforeseen) {
            // The check lets nothing through that cannot be mapped; its message would tell of our classes.
            throw Refusal.of(ProblemType.INVALID_BODY, "The body cannot be read.");
        }
    }

    private static RequestBody read(ServerRequest request, Pattern type, String name) {
        requireType(request.headers(), type, name);
        byte[] bytes = bytes(request, MOST_BYTES);
        return new RequestBody(bytes, decoded(bytes));
    }

    private static void requireType(ServerRequestHeaders headers, Pattern wanted, String name) {
        if (headers.contains(HeaderNames.CONTENT_ENCODING))
            throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body is taken as it is: without Content-Encoding.");
        String type = headers.first(HeaderNames.CONTENT_TYPE).orElse("");
        boolean single = !headers.contains(HeaderNames.CONTENT_TYPE)
                || headers.get(HeaderNames.CONTENT_TYPE).valueCount() == 1;
        if (!single || !wanted.matcher(type.strip()).matches()) {
            throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be " + name + " in UTF-8.");
        }
    }

    private static Pattern type(String subtype) {
        return Pattern.compile(
                "application/" + subtype + "\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);
    }

    private static byte[] bytes(ServerRequest request, int most) {
        boolean tooLarge = request.headers().contentLength().orElse(0) > most;
        // Who asks first is told before sending.
        if (tooLarge && request.headers().contains(HeaderNames.EXPECT)) throw tooLarge(most);
        if (!request.content().hasEntity()) return new byte[0];
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(tooLarge ? 0 : most + 1);
            if (!tooLarge && bytes.length <= most) return bytes;
            for (long left = LINGER_BYTES; left > 0; ) {
                long skipped = in.readNBytes((int) Math.min(left, 65_536)).length;
                if (skipped == 0) break;
                left -= skipped;
            }
            throw tooLarge(most);
        } catch (Refusal | CloseConnectionException known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // Whatever the server throws here (it has an exception per layer) is about what the caller sent, or did not
            // send.
            throw Refusal.closing(
                    ProblemType.MALFORMED_REQUEST, "The body ends early or is not framed or compressed as announced.");
        }
    }

    private static Refusal tooLarge(int most) {
        return Refusal.closing(ProblemType.BODY_TOO_LARGE, "The body may have at most " + most + " bytes.");
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.of(ProblemType.INVALID_BODY, "The body is not UTF-8.");
        }
    }
}
