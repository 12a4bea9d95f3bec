package dev.rozgar.adapters.elasticsearch;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;

/// What an operator wants to know of a server.
///
/// @param version of the server, all of them if the nodes differ
/// @param analysisFault why the server cannot split text into words as declared, if so
public record Diagnosis(String version, Optional<String> analysisFault) {
    static Diagnosis of(Wire wire) {
        return new Diagnosis(version(wire), analysisFault(wire));
    }

    private static String version(Wire wire) {
        var nodes =
                ElasticFailures.calling("list nodes", () -> wire.admin().cat().nodes(all -> all.h("version")));
        var versions = new TreeSet<String>();
        nodes.nodes().forEach(node -> versions.add(String.valueOf(node.version())));
        return String.join(", ", versions);
    }

    /// Asks for an analysis with the same components as an index, which needs no index.
    private static Optional<String> analysisFault(Wire wire) {
        JsonObject request = JobMapping.sampleAnalysis();
        byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
        HttpReply reply = ElasticFailures.calling("analyze", () -> Wire.send(wire.raw(), "POST", "/_analyze", body));
        return reply.statusCode() == 200 ? Optional.empty() : Optional.of(ElasticFailures.excerpt(reply));
    }

    /// A string among the root members of a reply.
    static Optional<String> member(HttpReply reply, String name) {
        JsonScanner json = new JsonScanner(reply.buffer(), 0, reply.length());
        json.enter('{');
        while (json.member()) {
            if (json.is(name)) return Optional.of(json.raw().replace("\"", ""));
            json.skip();
        }
        return Optional.empty();
    }
}
