package dev.rozgar.bootstrap.bench;

import dev.rozgar.adapters.elasticsearch.Elasticsearch.RawSearch;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobRelevance;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.bootstrap.settings.SettingsSources;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// What searches cost above what the engines need for them: a list, words by relevance, and facets, each
/// beside the very request or statement of the engine by itself; suggestions by their slowest answers; the
/// export by its documents.
public final class SearchBench {
    private static final Contestant RAW_LIST = Contestant.of("raw_list", "Elasticsearch _search of the list");
    private static final Contestant LIST =
            Contestant.of("list_elastic", "GET list, Elasticsearch").reaching(0.8, RAW_LIST.key());
    private static final Contestant RAW_TEXT = Contestant.of("raw_text", "Elasticsearch _search of the words");
    private static final Contestant TEXT =
            Contestant.of("text_elastic", "GET words, Elasticsearch").reaching(0.8, RAW_TEXT.key());
    private static final Contestant RAW_FACETS = Contestant.of("raw_facets", "Elasticsearch _search of the facets");
    private static final Contestant FACETS =
            Contestant.of("facets_elastic", "GET facets, Elasticsearch").reaching(0.85, RAW_FACETS.key());
    private static final Contestant BARE_LIST = Contestant.of("bare_list", "PostgreSQL statement of the list");
    private static final Contestant SQL_LIST =
            Contestant.of("list_database", "GET list, PostgreSQL").reaching(0.8, BARE_LIST.key());
    private static final Contestant BARE_TEXT = Contestant.of("bare_text", "PostgreSQL statement of the words");
    private static final Contestant SQL_TEXT =
            Contestant.of("text_database", "GET words, PostgreSQL").reaching(0.8, BARE_TEXT.key());
    private static final Contestant SUGGEST =
            Contestant.of("suggest", "GET suggestions").answeringWithin(30);
    private static final Contestant EXPORT =
            Contestant.of("export", "GET export, documents").perSecond(10_000);

    private static final String WORDS = "delivery driver";
    private static final List<String> COUNTED =
            List.of("company.name", "locations.locality", "employment_types", "occupation.group.id");

    private final Rig rig;
    private final Ab ab;
    private final Options options;

    /// @param each how long each is measured in a round: by as many requests as it answered in that time when it was
    /// warm, and no fewer than go at the same time
    public record Options(int rounds, int page, int concurrency, Duration each, long seed) {
        int requests(Run warm) {
            return Math.max(concurrency, (int) Math.round(warm.perSecond() * each.toMillis() / 1_000));
        }
    }

    private SearchBench(Rig rig, Ab ab, Options options) {
        this.rig = rig;
        this.ab = ab;
        this.options = options;
    }

    /// Runs it on a board that is loaded already.
    ///
    /// @param sources where the settings come from, for the process that is measured
    /// @param directory for the log of that process and for the files of `ab`
    /// @throws IllegalStateException when something that takes part does not start, or `ab` is missing
    public static Outcome run(SettingsSources sources, Options options, Path directory) {
        Ab ab = Ab.find(System.getenv("PATH"), directory).orElseThrow(() -> new IllegalStateException(Ab.INSTALL));
        try (Rig rig = new Rig(sources, options.concurrency() + 1, directory)) {
            return new SearchBench(rig, ab, options).run();
        }
    }

    private Outcome run() {
        String started = Instant.now().toString();
        long jobs = rig.board().shownJobs();
        Race race = new Race(lanes(), () -> {});
        race.warmUp();
        double before = Machine.load();
        Scores scores = race.run(options.rounds());
        var circumstances = new Circumstances(
                "%d of %,d jobs a page, concurrency %d".formatted(options.page(), jobs, options.concurrency()),
                started,
                Machine.here(),
                new Circumstances.Load(before, Machine.load()),
                engines(),
                figures(jobs),
                setup(jobs),
                List.of("words: " + WORDS, "facets: " + String.join(", ", COUNTED)));
        return new Outcome("search", scores, circumstances);
    }

    private List<Lane> lanes() {
        DocumentQuery list = query();
        DocumentQuery words = words();
        String limit = "limit=" + options.page();
        String typed = "q=" + WORDS.replace(' ', '+') + '&' + limit;
        return List.of(
                get(LIST, "/api/job/elastic/?" + limit),
                raw(RAW_LIST, list),
                get(TEXT, "/api/job/elastic/?" + typed),
                raw(RAW_TEXT, words),
                get(FACETS, "/api/job/elastic/?" + limit + "&facets=" + String.join(",", COUNTED)),
                raw(RAW_FACETS, list.counting(facets())),
                get(SQL_LIST, "/api/job/database/?" + limit),
                bare(BARE_LIST, list),
                get(SQL_TEXT, "/api/job/database/?" + typed),
                bare(BARE_TEXT, words),
                get(SUGGEST, "/api/jobs/suggest?q=dri"),
                export());
    }

    private DocumentQuery query() {
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.now())
                .limit(options.page());
    }

    /// What the service makes of the words.
    private DocumentQuery words() {
        TextQuery text = TextQuery.parse(WORDS, false, _ -> {}).orElseThrow();
        Understanding understood = rig.understand().handle(text);
        return query().where(understood.filters(List.of(Weight.values())).toArray(Filter[]::new))
                .ranked(JobRelevance.of(understood, Instant.now()));
    }

    private static List<FacetWish> facets() {
        return COUNTED.stream()
                .map(path -> new FacetWish(
                        JobFields.JOB.require(path), FacetWish.DEFAULT_SIZE, Optional.of(JobFields.OPENINGS)))
                .toList();
    }

    private Lane get(Contestant contestant, String target) {
        return sent(contestant, rig.service().at(target), Optional.empty());
    }

    private Lane raw(Contestant contestant, DocumentQuery query) {
        RawSearch search = rig.elasticsearch().rawSearch(query);
        return sent(contestant, search.uri(), Optional.of(search.body()));
    }

    private Lane sent(Contestant contestant, URI uri, Optional<byte[]> body) {
        AbLoad load = new AbLoad(uri, body, Optional.empty(), options.concurrency(), false);
        return lane(contestant, times -> ab.send(load, times), () -> {
            if (body.isEmpty()) Pages.requireWhole(uri);
            return WarmUp.THOROUGH.settle(time -> ab.warm(load, time));
        });
    }

    private Lane bare(Contestant contestant, DocumentQuery query) {
        StatementLoop statement = rig.statement(query);
        return lane(
                contestant,
                times -> statement.run(times, options.concurrency()),
                () -> WarmUp.THOROUGH.settle(time -> statement.warm(time, options.concurrency())));
    }

    /// @param warmUp tells how fast it is
    private Lane lane(Contestant contestant, IntFunction<Run> load, Supplier<Run> warmUp) {
        var requests = new AtomicInteger();
        return new Lane(contestant, load, requests::get, () -> requests.set(options.requests(warmUp.get())), () -> {});
    }

    /// All there is, once a round, however often a request is sent of the others.
    private Lane export() {
        URI uri = rig.service().at("/api/jobs/export");
        return new Lane(EXPORT, _ -> WholeExport.run(uri), () -> 1, () -> WholeExport.run(uri), () -> {});
    }

    private Map<String, Long> figures(long jobs) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("jobs", jobs);
        figures.put("seed", options.seed());
        figures.put("rounds", (long) options.rounds());
        figures.put("concurrency", (long) options.concurrency());
        figures.put("millis", options.each().toMillis());
        figures.put("page", (long) options.page());
        return figures;
    }

    private List<String> setup(long jobs) {
        return List.of(String.format(
                Locale.ROOT,
                "medians of %d rounds in turn: %.1f s of requests of each kind, concurrency %d, one connection for each"
                        + " request; %,d jobs (seed %d), %d a page",
                options.rounds(),
                options.each().toMillis() / 1e3,
                options.concurrency(),
                jobs,
                options.seed(),
                options.page()));
    }

    private Map<String, String> engines() {
        Map<String, String> engines = new LinkedHashMap<>();
        engines.put("PostgreSQL", rig.board().version());
        engines.put("Elasticsearch", rig.elasticsearch().diagnosis().version());
        engines.put("ab", ab.version());
        return engines;
    }
}
