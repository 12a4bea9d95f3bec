package dev.rozgar.adapters.http;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;

/// JSON of small things: request bodies, problems, receipts. Documents never come here.
final class Json {
    /// Looked up once: the static methods of `jakarta.json.Json` search the class path at every call.
    static final JsonProvider PROVIDER = JsonProvider.provider();

    private static final Jsonb JSONB = JsonbBuilder.newBuilder()
            .withProvider(PROVIDER)
            .withConfig(
                    new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES))
            .build();

    private Json() {}

    /// Members that are null are left out.
    static byte[] bytes(Object value) {
        return JSONB.toJson(value).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Object value) {
        return JSONB.toJson(value);
    }

    /// The members of both in one object.
    static byte[] bytes(Object head, Object rest) {
        return MergePatch.apply(text(head), text(rest)).getBytes(StandardCharsets.UTF_8);
    }

    /// `text` has passed [BodyCheck] for this type, because JSON-B bends values to fit without a word.
    static <T> T read(String text, Class<T> type) {
        return JSONB.fromJson(text, type);
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
