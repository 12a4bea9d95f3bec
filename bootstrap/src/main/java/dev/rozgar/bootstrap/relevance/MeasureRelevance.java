package dev.rozgar.bootstrap.relevance;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.ExportJobs;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.JobRelevance;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks a store the judged queries and grades what it shows first.
public final class MeasureRelevance {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JobReadModel truth;
    private final Understand understand;
    private final Instant now;
    private final List<Judged> judged = Judged.read();
    private final Map<String, List<JsonObject>> corpora = new HashMap<>();

    /// @param truth knows all jobs
    /// @param now   for which they are shown
    public MeasureRelevance(JobReadModel truth, Understand understand, Instant now) {
        this.truth = truth;
        this.understand = understand;
        this.now = now;
    }

    /// @param query as it was typed, with its filters
    record Measured(Judged query, Quality quality) {}

    /// The queries whose corpus the board has.
    ///
    /// @throws IllegalArgumentException for a query of which no job is worth anything
    List<Measured> on(JobReadModel store) {
        List<Measured> all = new ArrayList<>();
        for (Judged query : judged) if (!corpus(query).isEmpty()) all.add(new Measured(query, quality(query, store)));
        return all;
    }

    public Figures figures(JobReadModel store) {
        return Figures.of(on(store));
    }

    /// Corpora of which the board has no job.
    public List<String> absent() {
        return judged.stream()
                .filter(query -> corpus(query).isEmpty())
                .map(Judged::corpus)
                .distinct()
                .toList();
    }

    private Quality quality(Judged query, JobReadModel store) {
        List<Filter> filters = new ArrayList<>(query.filters());
        filters.add(of(query.corpus()));
        List<Integer> all = (query.filters().isEmpty() ? corpus(query) : export(filters))
                .stream().map(query.grading()::of).toList();
        Understanding understanding = understand.handle(text(query.q()));
        filters.addAll(understanding.filters(List.of(Weight.values())));
        List<Integer> shown = store
                .search(DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, now)
                        .where(filters.toArray(Filter[]::new))
                        .limit(Quality.DEEP)
                        .ranked(JobRelevance.of(understanding, now)))
                .items()
                .stream()
                .map(document -> query.grading().of(json(document)))
                .toList();
        try {
            return Quality.of(shown, all);
        } catch (IllegalArgumentException worthless) {
            throw new IllegalArgumentException(
                    query.corpus() + " " + query.q() + ": " + worthless.getMessage(), worthless);
        }
    }

    private static TextQuery text(String q) {
        return TextQuery.parse(q, false, fault -> {
                    throw new IllegalArgumentException(q + ' ' + fault);
                })
                .orElseThrow();
    }

    private List<JsonObject> corpus(Judged query) {
        return corpora.computeIfAbsent(query.corpus(), name -> export(List.of(of(name))));
    }

    private static Filter of(String corpus) {
        return new OneOf(JobFields.JOB.require("source"), List.of(new Value.Word(corpus)));
    }

    private List<JsonObject> export(List<Filter> filters) {
        List<JsonObject> all = new ArrayList<>();
        Sort byId = new Sort.ByField(JobFields.JOB.require("id"), false);
        try {
            new ExportJobs(truth::search)
                    .handle(
                            DocumentQuery.of(JobFields.JOB, List.of(byId), now).where(filters.toArray(Filter[]::new)),
                            document -> all.add(json(document)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return all;
    }

    private static JsonObject json(Document document) {
        return JSON.createReader(new ByteArrayInputStream(document.bytes())).readObject();
    }
}
