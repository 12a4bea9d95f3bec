package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Keeps readers off an index that was made for another declaration, and off fields that are still being
/// filled in: a filter on a field that documents do not have would find nothing and look like an answer.
final class GuardedJobReadModel implements JobReadModel {
    private final JobReadModel guarded;
    private final BooleanSupplier isCurrent;
    private final Supplier<Set<String>> lacking;

    /// @param lacking paths of fields that not every document has yet
    GuardedJobReadModel(JobReadModel guarded, BooleanSupplier isCurrent, Supplier<Set<String>> lacking) {
        this.guarded = guarded;
        this.isCurrent = isCurrent;
        this.lacking = lacking;
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        check();
        Set<String> absent = lacking.get();
        if (!absent.isEmpty()) check(fields(query), absent);
        return guarded.search(query);
    }

    @Override
    public List<Long> count(Tally tally) {
        check();
        Set<String> absent = lacking.get();
        if (!absent.isEmpty()) check(tally.filters().flatMap(filter -> fields(tally.schema(), filter)), absent);
        return guarded.count(tally);
    }

    @Override
    public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
        check();
        return guarded.find(id, now, fields);
    }

    private void check() {
        if (!isCurrent.getAsBoolean())
            throw PortFailure.unavailable("no index of the current declaration is known yet", null);
    }

    private static Stream<DocumentField> fields(DocumentQuery query) {
        Stream<Filter> conditions = Stream.concat(
                query.filters().stream(),
                query.ranking().ranks().stream()
                        .flatMap(rank -> rank.steps().stream())
                        .map(Rank.Step::condition));
        return Stream.of(
                        conditions.flatMap(filter -> fields(query.schema(), filter)),
                        query.keys().stream().flatMap(GuardedJobReadModel::fields),
                        query.facets().stream().flatMap(GuardedJobReadModel::fields),
                        query.shape().onePer().stream())
                .flatMap(some -> some);
    }

    private static Stream<DocumentField> fields(FacetWish facet) {
        return Stream.of(
                        Optional.of(facet.field()),
                        facet.field().label(),
                        facet.summed().map(FacetWish.Summed::field))
                .flatMap(Optional::stream);
    }

    private static Stream<DocumentField> fields(DocumentSchema schema, Filter filter) {
        return switch (filter) {
            case Filter.OnField one -> Stream.of(one.field());
            case Filter.Words _ -> schema.fields(Use.SEARCH).stream();
            case Filter.Not not -> fields(schema, not.condition());
            case Filter.AnyOf any -> any.conditions().stream().flatMap(one -> fields(schema, one));
            case Filter.Groups any -> any.conditions().flatMap(one -> fields(schema, one));
        };
    }

    private static Stream<DocumentField> fields(Sort sort) {
        return switch (sort) {
            case Sort.ByField by -> Stream.of(by.field());
            case Sort.ByDistance by -> Stream.of(by.field());
            case Sort.ByScore _ -> Stream.empty();
        };
    }

    private static void check(Stream<DocumentField> fields, Set<String> absent) {
        fields.map(DocumentField::path).filter(absent::contains).findFirst().ifPresent(path -> {
            throw PortFailure.unavailable("the index is still being filled with " + path, null);
        });
    }
}
