package dev.rozgar.bootstrap.bench;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.bootstrap.process.ServiceProcess;
import dev.rozgar.bootstrap.settings.SettingsSources;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/// The experiment of the article: 500 GETs and 100 POSTs by `ab` at concurrency 10, on both paths, beside the limits of
/// the engines and beside what an object-relational mapper makes of the same page.
public final class ArticleBench {
    private static final Contestant RAW_SEARCH = Contestant.of("raw_search", "Elasticsearch _search, same body");
    private static final Contestant RAW_STATEMENT = Contestant.of("raw_statement", "PostgreSQL, same statement");
    private static final Contestant GET_ORM = Contestant.of("get_orm", "GET, a query for each relation");
    private static final Contestant GET_ELASTIC = Contestant.of("get_elastic", "GET  /api/job/elastic/")
            .reaching(0.6, RAW_SEARCH.key())
            .against(GET_ORM.key());
    private static final Contestant GET_DATABASE = Contestant.of("get_database", "GET  /api/job/database/")
            .reaching(0.8, RAW_STATEMENT.key())
            .against(GET_ORM.key());
    private static final Contestant RAW_INDEXING = Contestant.of("raw_indexing", "Elasticsearch _doc, one document");
    private static final Contestant POST_DATABASE = Contestant.of("post_database", "POST /api/job/database/");
    private static final Contestant POST_ELASTIC =
            Contestant.of("post_elastic", "POST /api/job/elastic/").reaching(0.9, POST_DATABASE.key());

    /// What is posted makes the board grow, so POSTs are bounded in number too.
    private static final int WARM_UP_TIMES = 120;
    private static final Duration WARM_UP_MOST = Duration.ofSeconds(50);
    private static final int CREATED_BUT_NOT_INDEXED = 202;

    private final Rig rig;
    private final Ab ab;
    private final ServiceProcess baseline;
    private final Options options;
    private final String source = PostedJob.newSource();
    private final byte[] body;

    /// @param seed the jobs were generated from
    /// @param keepPosted leave the posted jobs in the board instead of deleting them after each round
    public record Options(int rounds, int page, int concurrency, int gets, int posts, long seed, boolean keepPosted) {}

    private ArticleBench(Rig rig, Ab ab, Options options) {
        this.rig = rig;
        this.ab = ab;
        this.baseline = rig.start("baseline", "bench", "baseline");
        this.options = options;
        this.body = PostedJob.body(rig.board(), source);
    }

    /// What is not on this machine and how to get it; empty if everything is there.
    public static Optional<String> missing() {
        return Ab.find(System.getenv("PATH"), Path.of(".")).isPresent() ? Optional.empty() : Optional.of(Ab.INSTALL);
    }

    /// Runs it on a board that is loaded already.
    ///
    /// @param sources where the settings come from, for the processes that are measured
    /// @param directory for the logs of those processes and for the files of `ab`
    /// @throws IllegalStateException when something that takes part does not start, or `ab` is missing
    public static Outcome run(SettingsSources sources, Options options, Path directory) {
        Ab ab = Ab.find(System.getenv("PATH"), directory).orElseThrow(() -> new IllegalStateException(Ab.INSTALL));
        try (Rig rig = new Rig(sources, options.concurrency() + 1, directory)) {
            return new ArticleBench(rig, ab, options).run();
        }
    }

    private Outcome run() {
        String started = Instant.now().toString();
        long jobs = rig.board().shownJobs();
        Pages pages = Pages.fetch(rig.service(), baseline, options.page());
        Race race = new Race(lanes(), this::tidy);
        race.warmUp();
        double before = Machine.load();
        Scores scores = race.run(options.rounds());
        double after = Machine.load();
        pages.differences().forEach(scores::doubt);
        var circumstances = new Circumstances(
                "%d of %,d jobs a page, concurrency %d".formatted(options.page(), jobs, options.concurrency()),
                started,
                Machine.here(),
                new Circumstances.Load(before, after),
                engines(),
                figures(jobs, pages),
                setup(jobs, pages),
                notes(scores));
        return new Outcome("article", scores, circumstances);
    }

    private Map<String, Long> figures(long jobs, Pages pages) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("jobs", jobs);
        figures.put("seed", options.seed());
        figures.put("document_bytes", pages.documentBytes());
        figures.put("page_bytes", pages.pageBytes());
        figures.put("post_bytes", (long) body.length);
        figures.put("rounds", (long) options.rounds());
        figures.put("concurrency", (long) options.concurrency());
        figures.put("gets", (long) options.gets());
        figures.put("posts", (long) options.posts());
        figures.put("page", (long) options.page());
        return figures;
    }

    private List<String> setup(long jobs, Pages pages) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "medians of %d rounds in turn: %d GETs and %d POSTs, concurrency %d, one connection for each request",
                        options.rounds(),
                        options.gets(),
                        options.posts(),
                        options.concurrency()),
                String.format(
                        Locale.ROOT,
                        "sizes    %,d jobs (seed %d), %,d bytes a document, %d documents and %,d bytes a page, %,d bytes a POST",
                        jobs,
                        options.seed(),
                        pages.documentBytes(),
                        options.page(),
                        pages.pageBytes(),
                        body.length));
    }

    private List<Lane> lanes() {
        Elasticsearch.RawSearch search = rig.rawSearch(options.page());
        StatementLoop statement = rig.pageStatement(options.page());
        String page = "?limit=" + options.page();
        return List.of(
                get(GET_ELASTIC, rig.service().at("/api/job/elastic/" + page)),
                get(RAW_SEARCH, search.uri(), Optional.of(search.body())),
                get(GET_DATABASE, rig.service().at("/api/job/database/" + page)),
                new Lane(
                        RAW_STATEMENT,
                        times -> statement.run(times, options.concurrency()),
                        options::gets,
                        () -> WarmUp.THOROUGH.settle(time -> statement.warm(time, options.concurrency())),
                        () -> {}),
                get(GET_ORM, baseline.at("/api/job/database/" + page)),
                post(POST_DATABASE, rig.service().at("/api/job/database/")),
                post(POST_ELASTIC, rig.service().at("/api/job/elastic/")),
                written(
                        RAW_INDEXING,
                        new AbLoad(
                                rig.rawIndexing(),
                                Optional.of(rig.document()),
                                Optional.empty(),
                                options.concurrency(),
                                true),
                        () -> {}));
    }

    private Lane get(Contestant contestant, URI uri) {
        return get(contestant, uri, Optional.empty());
    }

    private Lane get(Contestant contestant, URI uri, Optional<byte[]> body) {
        AbLoad load = new AbLoad(uri, body, Optional.empty(), options.concurrency(), false);
        return lane(
                contestant, load, options::gets, () -> WarmUp.THOROUGH.settle(time -> ab.warm(load, time)), () -> {});
    }

    /// The debt of the one must not be paid during the measurement of the next.
    private Lane post(Contestant contestant, URI uri) {
        AbLoad load = new AbLoad(uri, Optional.of(body), Optional.of(rig.key()), options.concurrency(), true);
        return written(contestant, load, rig.board()::awaitNoDebt);
    }

    private Lane written(Contestant contestant, AbLoad load, Runnable afterwards) {
        return lane(
                contestant,
                load,
                options::posts,
                () -> ab.warm(load, WARM_UP_TIMES * options.posts(), WARM_UP_MOST),
                afterwards);
    }

    private Lane lane(Contestant contestant, AbLoad load, IntSupplier requests, Runnable warmUp, Runnable afterwards) {
        return new Lane(contestant, times -> ab.send(load, times), requests, warmUp, afterwards);
    }

    /// Every round finds the board as the first one did.
    private void tidy() {
        Board board = rig.board();
        board.awaitNoDebt();
        if (options.keepPosted()) return;
        board.deletePosted(source);
        board.awaitNoDebt();
        board.vacuum();
    }

    private List<String> notes(Scores scores) {
        List<String> notes = new ArrayList<>();
        int late = scores.runs(POST_ELASTIC).stream()
                .mapToInt(run -> run.statuses().getOrDefault(CREATED_BUT_NOT_INDEXED, 0))
                .sum();
        if (late > 0)
            notes.add(late + " of "
                    + scores.runs(POST_ELASTIC).stream()
                            .mapToInt(Run::completed)
                            .sum() + " POSTs to elastic were answered before the index had them (202)");
        double committed = scores.perSecond(POST_DATABASE).median();
        double indexed = scores.perSecond(RAW_INDEXING).median();
        notes.add("committing and then indexing, each as fast as here by itself: %.0f POSTs/s, %.2f of committing alone"
                .formatted(1 / (1 / committed + 1 / indexed), indexed / (committed + indexed)));
        notes.add(
                options.keepPosted()
                        ? "posted jobs were kept: the board grew by " + 2 * options.posts() * options.rounds()
                                + " measured POSTs and the warm-up"
                        : "posted jobs were deleted, and the tables vacuumed, after each round");
        return notes;
    }

    private Map<String, String> engines() {
        Map<String, String> engines = new LinkedHashMap<>();
        engines.put("PostgreSQL", rig.board().version());
        engines.put("Elasticsearch", rig.elasticsearch().diagnosis().version());
        engines.put("ab", ab.version());
        return engines;
    }
}
