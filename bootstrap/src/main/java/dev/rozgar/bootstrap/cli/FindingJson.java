package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.shadow.VerifyQueries.Finding;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Locale;
import java.util.Optional;

/// A query that two stores answer differently, for programs.
final class FindingJson {
    private static final JsonProvider JSON = JsonProvider.provider();

    private FindingJson() {}

    static JsonObject of(Finding finding) {
        JsonObjectBuilder kinds = JSON.createObjectBuilder();
        finding.kinds().forEach((kind, ids) -> {
            JsonArrayBuilder all = JSON.createArrayBuilder();
            ids.forEach(all::add);
            kinds.add(kind.name().toLowerCase(Locale.ROOT), all);
        });
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("query", finding.query()).add("kinds", kinds);
        finding.first().ifPresent(id -> json.add("first_id", id));
        total(json, "postgres_total", finding.truth());
        total(json, "elasticsearch_total", finding.copy());
        finding.why().ifPresent(why -> json.add("unanswered", why));
        return json.build();
    }

    private static void total(JsonObjectBuilder json, String name, Optional<Total> total) {
        total.ifPresent(its -> json.add(name, its.value()));
    }
}
