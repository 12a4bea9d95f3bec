package dev.rozgar.bootstrap.prove.work;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;

/// What is sent, and the little that is read of the answers.
public final class Bodies {
    private static final JsonProvider JSON = JsonProvider.provider();

    private Bodies() {}

    /// A company to be registered.
    public static String company(String slug) {
        return """
            {"slug": "%s", "name": "%s", "locations": [{"locality": "Pune", "country": "IN", "is_hq": true}]}
            """.formatted(slug, slug);
    }

    /// A job to be posted.
    ///
    /// @param requisition by which it is told from all others
    public static String job(long company, String title, String requisition) {
        return """
            {"company_id": %d, "title": "%s", "requisition_id": "%s",
             "description": {"text": "Ride through the lanes of the old town, deliver, and smile."},
             "locations": [{"locality": "Pune", "country": "IN", "precision": "LOCALITY"}],
             "employment_types": ["FULL_TIME"], "language": "en", "source": "proof",
             "pay": {"min": 18000, "max": 24000, "currency": "INR", "period": "MONTH", "kind": "FIXED", "disclosed": true},
             "skills": [{"label": "Riding", "level": "MUST", "weight": 10}]}
            """.formatted(company, title, requisition);
    }

    static String title(String title) {
        return "{\"title\": \"" + title + "\"}";
    }

    static String name(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    static String move(String move, String from) {
        return "{\"move\": \"" + move + "\", \"from_state\": \"" + from + "\"}";
    }

    public static JsonObject parsed(HttpResponse<byte[]> reply) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(reply.body()))) {
            return reader.readObject();
        }
    }

    public static JsonObject parsed(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    public static long id(HttpResponse<byte[]> reply) {
        return parsed(reply).getJsonNumber("id").longValue();
    }
}
