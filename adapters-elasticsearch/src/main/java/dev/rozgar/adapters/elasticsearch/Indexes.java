package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.json.JsonData;
import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Layout;
import dev.rozgar.application.document.Declaration;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Our indexes as they stand in the cluster, and their making.
final class Indexes {
    /// All but the markers of jobs that are not listed any more.
    static final Query LISTED = Query.of(query -> query.bool(bool ->
            bool.mustNot(not -> not.term(term -> term.field(JobMapping.REMOVED).value(true)))));

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Wire wire;
    private final Names names;
    private final Layout layout;
    private final DocumentSchema schema;

    Indexes(Wire wire, Names names, Layout layout, DocumentSchema schema) {
        this.wire = wire;
        this.names = names;
        this.layout = layout;
        this.schema = schema;
    }

    /// @param all every index of ours, those without an alias included
    record State(List<String> all, Optional<String> live, Optional<String> building) {}

    State state() {
        Map<String, IndexAliases> found = ElasticFailures.calling(
                "read aliases",
                () -> wire.admin()
                        .indices()
                        .getAlias(get -> get.index(names.indexes()).ignoreUnavailable(true))
                        .aliases());
        List<String> all =
                found.keySet().stream().filter(names::isIndex).sorted().toList();
        return new State(all, behind(names.read(), all, found), behind(names.building(), all, found));
    }

    private static Optional<String> behind(String alias, List<String> all, Map<String, IndexAliases> found) {
        return all.stream()
                .filter(index -> found.get(index) instanceof IndexAliases its
                        && its.aliases().containsKey(alias))
                .findFirst();
    }

    /// The declaration that an index was made for.
    Optional<String> fingerprint(String index) {
        var reply = ElasticFailures.calling(
                "read mapping", () -> wire.admin().indices().getMapping(get -> get.index(index)));
        return Optional.ofNullable(reply.get(index))
                .map(mapping -> mapping.mappings().meta().get(JobMapping.FINGERPRINT))
                .map(JsonData::toJson)
                .map(json -> ((JsonString) json).getString());
    }

    /// What each of our indexes was made for.
    Map<String, Generation> generations() {
        String path = '/' + names.indexes() + "/_mapping?filter_path=*.mappings._meta";
        HttpReply reply = ElasticFailures.calling("read mappings", () -> Wire.get(wire.raw(), path));
        if (reply.statusCode() != 200) throw ElasticFailures.answered("read mappings", reply);
        Map<String, Generation> found = new HashMap<>();
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(reply.buffer(), 0, reply.length()))) {
            reader.readObject().forEach((index, mapping) -> found.put(index, generation(index, mapping)));
        } catch (JsonException | ClassCastException defect) {
            throw ElasticFailures.senseless("read mappings", defect);
        }
        return found;
    }

    private static Generation generation(String index, JsonValue mapping) {
        JsonObject meta = mapping.asJsonObject().getJsonObject("mappings").getJsonObject("_meta");
        Optional<Declaration> declaration = Optional.ofNullable(meta.getJsonArray(JobMapping.DECLARATION))
                .map(lines -> lines.getValuesAs(JsonString::getString))
                .map(lines -> Declaration.parse(String.join("\n", lines)));
        return new Generation(index, meta.getString(JobMapping.FINGERPRINT, ""), declaration);
    }

    /// Adds the fields that an index does not know, and says that it is one of this declaration.
    void widen(String index) {
        JsonObject mappings = JSON.createObjectBuilder(JobMapping.render(schema).getJsonObject("mappings"))
                .add("_meta", JobMapping.meta(schema))
                .build();
        byte[] body = mappings.toString().getBytes(StandardCharsets.UTF_8);
        HttpReply reply = ElasticFailures.calling(
                "widen index", () -> Wire.send(wire.raw(), "PUT", '/' + index + "/_mapping", body));
        if (reply.statusCode() != 200) throw ElasticFailures.answered("widen index", reply);
    }

    /// Visible documents, markers not counted.
    long documents(String index) {
        return ElasticFailures.calling(
                "count",
                () -> wire.admin()
                        .count(count -> count.index(index).query(LISTED))
                        .count());
    }

    /// A new, empty index in the slot for building. Until it is promoted nobody searches it, so it need not refresh
    /// by itself, and a lost one is simply built again, so it needs no replicas.
    ///
    /// @return its name
    String create(List<String> existing) {
        String name = names.next(existing, schema.fingerprint());
        byte[] body = definition().toString().getBytes(StandardCharsets.UTF_8);
        HttpReply reply = ElasticFailures.calling("create index", () -> Wire.send(wire.raw(), "PUT", '/' + name, body));
        if (reply.statusCode() != 200) throw ElasticFailures.answered("create index", reply);
        return name;
    }

    /// An index of its own with the mapping and the refreshes of a live one, behind no alias: for measuring.
    void createScratch(String name) {
        delete(name);
        JsonObject rendered = JobMapping.render(schema);
        byte[] body = JSON.createObjectBuilder(rendered)
                .add("settings", settings(rendered, layout.refreshEvery().toMillis() + "ms"))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        HttpReply reply = ElasticFailures.calling("create index", () -> Wire.send(wire.raw(), "PUT", '/' + name, body));
        if (reply.statusCode() != 200) throw ElasticFailures.answered("create index", reply);
    }

    private JsonObjectBuilder settings(JsonObject rendered, String refreshEvery) {
        return JSON.createObjectBuilder(rendered.getJsonObject("settings"))
                .add("index.number_of_shards", layout.shards())
                .add("index.number_of_replicas", 0)
                .add("index.refresh_interval", refreshEvery);
    }

    private JsonObject definition() {
        JsonObject rendered = JobMapping.render(schema);
        // Two indexes under construction would both claim to be the alias's write index, which the server refuses.
        JsonObjectBuilder aliases = JSON.createObjectBuilder()
                .add(names.building(), JSON.createObjectBuilder().add("is_write_index", true));
        JsonObjectBuilder mappings =
                JSON.createObjectBuilder(rendered.getJsonObject("mappings")).add("_meta", JobMapping.meta(schema));
        return JSON.createObjectBuilder(rendered)
                .add("settings", settings(rendered, "-1"))
                .add("mappings", mappings)
                .add("aliases", aliases)
                .build();
    }

    /// Gives a built index what a live one has: replicas and regular refreshes.
    void settle(String index) {
        IndexSettings settings = IndexSettings.of(live -> live.numberOfReplicas(Integer.toString(layout.replicas()))
                .refreshInterval(Time.of(time -> time.time(layout.refreshEvery().toMillis() + "ms"))));
        ElasticFailures.calling(
                "settle index",
                () -> wire.admin().indices().putSettings(put -> put.index(index).settings(settings)));
    }

    void delete(String index) {
        ElasticFailures.calling(
                "delete index",
                () -> wire.admin()
                        .indices()
                        .delete(delete -> delete.index(index).ignoreUnavailable(true)));
    }
}
