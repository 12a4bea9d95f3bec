package dev.rozgar.adapters.http.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// JSON of small things: request bodies, problems, receipts. Documents never come here.
public final class Json {
    /// Looked up once: the static methods of `jakarta.json.Json` search the class path at every call.
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private static final Jsonb JSONB = JsonbBuilder.newBuilder()
            .withProvider(PROVIDER)
            .withConfig(
                    new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES))
            .build();

    private Json() {}

    /// Members that are null are left out.
    public static byte[] bytes(Object value) {
        return JSONB.toJson(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Object value) {
        return JSONB.toJson(value);
    }

    /// The members of both in one object.
    public static byte[] bytes(Object head, Object rest) {
        return MergePatch.apply(text(head), text(rest)).getBytes(StandardCharsets.UTF_8);
    }

    /// `text` has passed a `BodyCheck` for this type, because JSON-B bends values to fit without a word.
    public static <T> T read(String text, Class<T> type) {
        return JSONB.fromJson(text, type);
    }

    /// An object with the members of another behind its own.
    public static byte[] with(byte[] object, Object rest) {
        String text = new String(object, StandardCharsets.UTF_8);
        return MergePatch.apply(text, text(rest)).getBytes(StandardCharsets.UTF_8);
    }

    /// An object without one of its members.
    public static byte[] without(byte[] object, String member) {
        String text = new String(object, StandardCharsets.UTF_8);
        return MergePatch.apply(text, "{\"" + member + "\":null}").getBytes(StandardCharsets.UTF_8);
    }

    /// RFC 3339, always in UTC.
    public static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /// `companyId` as it is called in JSON.
    static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) snake.append('_');
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
