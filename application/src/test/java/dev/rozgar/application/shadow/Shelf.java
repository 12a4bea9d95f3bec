package dev.rozgar.application.shadow;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Facet;
import dev.rozgar.application.document.Facet.Bucket;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Documents in an order of its own.
final class Shelf implements JobReadModel {
    final Map<Long, String> held = new HashMap<>();
    final List<Long> order = new ArrayList<>();
    /// Known by id, and found by no search.
    final Set<Long> hidden = new HashSet<>();
    Optional<String> raw = Optional.empty();
    Optional<RuntimeException> failure = Optional.empty();
    long total = 3;
    int most = 100;
    /// Counted under "cook" in whatever facet.
    long cooks = 3;

    void put(long id, String title) {
        held.put(id, title);
        if (!order.contains(id)) order.add(id);
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        failure.ifPresent(told -> {
            throw told;
        });
        List<Document> items = new ArrayList<>();
        for (long id : order)
            if (held.containsKey(id) && !hidden.contains(id) && items.size() < most) items.add(document(id));
        raw.ifPresent(text -> items.add(Document.of(text.getBytes(StandardCharsets.UTF_8))));
        Bucket cook = new Bucket(new Value.Word("cook"), Optional.empty(), cooks, OptionalLong.empty());
        return new DocumentPage(query, items, Optional.empty(), Optional.of(new Total(total, true)))
                .counting(query.facets().stream()
                        .map(wish -> Facet.of(wish, List.of(cook)))
                        .toList());
    }

    @Override
    public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
        return held.containsKey(id.value()) ? Optional.of(document(id.value())) : Optional.empty();
    }

    private Document document(long id) {
        return Document.of(("{\"id\":" + id + ",\"title\":\"" + held.get(id) + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
