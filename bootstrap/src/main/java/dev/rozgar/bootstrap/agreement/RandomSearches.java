package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.JobRelevance;
import dev.rozgar.application.matching.JobLikeness;
import dev.rozgar.application.matching.JobTraits;
import dev.rozgar.application.matching.JobTraits.Branch;
import dev.rozgar.application.shadow.VerifyQueries.Asked;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Searches as people may ask them, in any mixture: filters, words, circles, orders, facets, jobs alike. Values
/// and words stand in documents of the store, so that most find something. The same seed over the same
/// documents asks the same.
public final class RandomSearches {
    private static final DocumentSchema SCHEMA = JobFields.JOB;
    private static final int[] LIMITS = {1, 5, 20, 100};
    private static final int MOST_FACETS = 3;
    private static final int MOST_SKILLS = 6;

    private final Understand understand;
    private final Random random;
    private final Instant now;
    private final FieldValues values;
    private final RandomTexts texts;
    private final RandomQueries queries;

    /// @param now the moment that most of the queries are asked for
    public RandomSearches(JobReadModel store, Understand understand, long seed, Instant now) {
        this.understand = understand;
        this.random = new Random(seed);
        this.now = now;
        this.values = new FieldValues(SCHEMA, sample(store, now));
        this.texts = new RandomTexts(SCHEMA, values, random);
        this.queries = new RandomQueries(SCHEMA, values, random, now);
    }

    /// Made one by one, as they are taken.
    public Iterable<Asked> some(int count) {
        return () -> IntStream.range(0, count).mapToObj(_ -> next()).iterator();
    }

    private Asked next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> asked("", queries.any());
            case 3, 4 -> asked("", queries.any().counting(facets()));
            case 5 -> nearest();
            case 6 -> alike();
            default -> worded();
        };
    }

    private Asked nearest() {
        Sort distance = new Sort.ByDistance(
                SCHEMA.require("locations.point"),
                new GeoPoint(8 + random.nextDouble() * 24, 70 + random.nextDouble() * 20));
        return asked(
                "",
                DocumentQuery.of(SCHEMA, List.of(distance), now)
                        .where(queries.any().filters().toArray(Filter[]::new))
                        .limit(limit()));
    }

    /// Like a job that has something of this one and something of that.
    private Asked alike() {
        String title = texts("title", 1).stream().findFirst().orElse("Driver");
        List<Branch> occupation = Stream.of("occupation.id", "occupation.group.id", "occupation.group.field.id")
                .map(SCHEMA::require)
                .flatMap(field ->
                        picked(field, 1).map(value -> new Branch(field, Long.parseLong(value.text()), field.path())))
                .toList();
        JobTraits traits = new JobTraits(
                new JobId(1),
                title,
                TextQuery.said(title)
                        .map(understand::said)
                        .map(Understanding::meanings)
                        .orElse(List.of()),
                occupation,
                texts("skills.label", MOST_SKILLS),
                texts("locations.locality", 2),
                texts("locations.region", 2));
        DocumentQuery query =
                DocumentQuery.of(SCHEMA, JobFields.NEWEST_FIRST, now).limit(limit());
        return asked("like " + traits + ' ', new JobLikeness(traits).of(query));
    }

    private List<String> texts(String path, int most) {
        return picked(SCHEMA.require(path), most).map(Value::text).toList();
    }

    private Stream<Value> picked(DocumentField field, int most) {
        return values.of(field).isEmpty() ? Stream.empty() : values.pickSome(field, most, random).stream();
    }

    private Asked worded() {
        String typed = texts.any();
        Optional<TextQuery> text = TextQuery.parse(typed, false, _ -> {});
        if (text.isEmpty()) return worded();
        Understanding understanding = understand.handle(text.get());
        List<Filter> filters = new ArrayList<>(understanding.filters(List.of(Weight.values())));
        if (random.nextInt(3) == 0) filters.addAll(queries.any().filters());
        DocumentQuery query = DocumentQuery.of(SCHEMA, JobFields.NEWEST_FIRST, now)
                .where(filters.toArray(Filter[]::new))
                .limit(limit());
        DocumentQuery ordered = random.nextInt(4) == 0 ? query : query.ranked(JobRelevance.of(understanding, now));
        return asked("q=" + typed + ' ', random.nextInt(4) == 0 ? ordered.counting(facets()) : ordered);
    }

    private int limit() {
        return LIMITS[random.nextInt(LIMITS.length)];
    }

    private List<FacetWish> facets() {
        List<DocumentField> fields = new ArrayList<>(SCHEMA.fields(Use.FACET));
        Collections.shuffle(fields, random);
        return fields.subList(0, Math.min(fields.size(), 1 + random.nextInt(MOST_FACETS))).stream()
                .map(field -> new FacetWish(field, 1 + random.nextInt(30), Optional.of(JobFields.OPENINGS)))
                .toList();
    }

    private static Asked asked(String what, DocumentQuery query) {
        return new Asked(what + query.text(), query);
    }

    /// The first documents of a few orders: new and old, dear and cheap.
    private static List<Document> sample(JobReadModel store, Instant now) {
        List<Document> some = new ArrayList<>();
        for (String field : List.of("id", "published_at", "pay.derived.annual_min", "expires_at"))
            for (boolean descending : new boolean[] {false, true}) {
                Sort sort = new Sort.ByField(SCHEMA.require(field), descending);
                some.addAll(store.search(
                                DocumentQuery.of(SCHEMA, List.of(sort), now).limit(250))
                        .items());
            }
        return some;
    }
}
