package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication.Told;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.resource.QueryParser.Parsed;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Near;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.listing.RelaxationLadder;
import dev.rozgar.application.listing.RelaxationLadder.Rung;
import dev.rozgar.application.listing.RelaxationLadder.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A list of jobs that gives something up where it finds nothing, if its caller lets it; and tells what there
/// would be in any case.
final class RelaxedList {
    private final PublicJobs jobs;
    private final ReadModel model;
    private final Optional<ConsistencyToken> token;

    RelaxedList(PublicJobs jobs, ReadModel model, Optional<ConsistencyToken> token) {
        this.jobs = jobs;
        this.model = model;
        this.token = token;
    }

    /// @param members of the reply, each `,"name":value`
    record Answer(Told<DocumentPage> told, String members) {}

    Answer search(Parsed parsed) {
        DocumentQuery query = parsed.query();
        Told<DocumentPage> told = jobs.search(model, query, token);
        if (query.after().isPresent()) return new Answer(told, wayOn(parsed));
        if (!told.answer().items().isEmpty() || query.filters().isEmpty()) return new Answer(told, "");
        List<Step> steps = RelaxationLadder.of(query.filters());
        List<Long> counts = counts(query, steps);
        if (counts.isEmpty()) return new Answer(told, "");
        List<String> found = new ArrayList<>();
        Optional<Step> first = Optional.empty();
        for (int i = 0; i < steps.size(); i++) {
            if (counts.get(i) == 0) continue;
            found.add(Json.text(body(parsed, steps.get(i), counts.get(i))));
            if (first.isEmpty()) first = Optional.of(steps.get(i));
        }
        String members = found.stream().collect(Collectors.joining(",", ",\"relaxations\":[", "]"));
        if (!parsed.wanted().relaxing() || first.isEmpty()) return new Answer(told, members);
        Filter[] filters = first.get().filters().toArray(Filter[]::new);
        return new Answer(
                jobs.search(model, query.where(filters), token), members + ",\"relaxed\":" + found.getFirst());
    }

    /// Empty if the store does not tell in time: the list is right without them.
    private List<Long> counts(DocumentQuery query, List<Step> steps) {
        List<List<Filter>> cases = steps.stream().map(Step::filters).toList();
        try {
            return jobs.count(model, new Tally(query.schema(), List.of(), cases, query.asOf()), token)
                    .answer();
        } catch (PortFailure failure) {
            if (failure.kind() != PortFailure.Kind.UNAVAILABLE) throw failure;
            return List.of();
        }
    }

    /// A later page of a relaxed list says so as well; how many there were is told with the first.
    private static String wayOn(Parsed parsed) {
        if (parsed.query().filters().equals(parsed.asked())) return "";
        return RelaxationLadder.of(parsed.asked()).stream()
                .filter(step -> step.filters().equals(parsed.query().filters()))
                .findFirst()
                .map(step -> ",\"relaxed\":" + Json.text(body(parsed, step, null)))
                .orElse("");
    }

    private static RelaxedBody body(Parsed parsed, Step step, @Nullable Long count) {
        if (step.rung() == Rung.TWICE_AS_FAR || step.rung() == Rung.FIVE_TIMES_AS_FAR) {
            double wider = step.filters().stream()
                    .filter(filter -> filter instanceof Near && !step.dropped().contains(filter))
                    .mapToDouble(filter -> ((Near) filter).radiusKm())
                    .findFirst()
                    .orElseThrow();
            return new RelaxedBody(List.of(JobConditions.RADIUS), BigDecimal.valueOf(wider), count);
        }
        return new RelaxedBody(
                step.dropped().stream().map(parsed::name).distinct().toList(), null, count);
    }
}
