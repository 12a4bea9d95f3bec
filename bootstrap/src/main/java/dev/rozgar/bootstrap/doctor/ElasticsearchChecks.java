package dev.rozgar.bootstrap.doctor;

import dev.rozgar.adapters.elasticsearch.Diagnosis;
import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.bootstrap.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Elasticsearch, as far as it is needed. None of it keeps the service from running: PostgreSQL stands in.
final class ElasticsearchChecks {
    private static final String SUBJECT = "Elasticsearch";
    private static final String OLDEST = "9.";

    private ElasticsearchChecks() {}

    static List<Finding> run(Settings settings) {
        List<Finding> findings = new ArrayList<>();
        try (Elasticsearch elasticsearch = Elasticsearch.open(settings.elasticsearch())) {
            findings.add(health(elasticsearch.health()));
            Diagnosis diagnosis = elasticsearch.diagnosis();
            findings.add(version(diagnosis.version()));
            findings.add(analysis(diagnosis.analysisFault()));
            findings.add(index(elasticsearch.jobIndex().status()));
        } catch (PortFailure failure) {
            findings.add(silent(settings, failure));
        }
        return findings;
    }

    private static Finding silent(Settings settings, PortFailure failure) {
        String detail = "does not answer at " + settings.elasticsearch().servers() + ": " + failure.getMessage();
        String fix = "start it, or set ROZGAR_ELASTICSEARCH_URL; `rozgar demo` brings its own. "
                + "With ROZGAR_WRITE_POLICY=sql_only none is needed";
        return settings.isChosen("rozgar.elasticsearch.url")
                ? Finding.fail(SUBJECT, detail, fix)
                : Finding.warn(SUBJECT, detail, fix);
    }

    static Finding health(String colour) {
        return switch (colour) {
            case "green", "yellow" -> Finding.ok("Elasticsearch health", colour);
            default ->
                Finding.fail("Elasticsearch health", colour, "see GET _cluster/allocation/explain of the cluster");
        };
    }

    static Finding version(String version) {
        return version.startsWith(OLDEST)
                ? Finding.ok("Elasticsearch version", version)
                : Finding.fail("Elasticsearch version", version, "run Elasticsearch 9: this client speaks to no other");
    }

    private static Finding analysis(Optional<String> fault) {
        return fault.map(text -> Finding.fail(
                        "text analysis", text, "install a full distribution, or the plugin rozgar-analysis"))
                .orElseGet(() -> Finding.ok("text analysis", "all components are there"));
    }

    static Finding index(JobIndex.Status status) {
        String subject = "search index";
        if (status.live().isEmpty())
            return Finding.warn(subject, "none", "`rozgar serve` builds it, or run `rozgar index rebuild`");
        String detail = status.live().get() + " with " + status.documents() + " jobs";
        return status.fingerprint().equals(Optional.of(JobFields.JOB.fingerprint()))
                ? Finding.ok(subject, detail)
                : Finding.warn(
                        subject,
                        detail + ", of another declaration",
                        "`rozgar index rebuild`, or `rozgar serve --auto-migrate`");
    }
}
