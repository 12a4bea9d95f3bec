package dev.rozgar.bootstrap.bench;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ToIntFunction;

/// What a move of a job costs, with its locks, its log, its debt to the index and its checks, beside a
/// transaction of two statements, one that updates a row and one that inserts another.
public final class WritesBench {
    private static final Contestant BARE = Contestant.of("bare", "UPDATE, INSERT, COMMIT: empty tables");
    private static final Contestant PLAIN = Contestant.of("plain", "UPDATE, INSERT, COMMIT: a job");
    private static final Contestant MOVE =
            Contestant.of("move", "PAUSE, RESUME: use case").within(3, PLAIN.key());
    private static final Contestant HTTP =
            Contestant.of("move_http", "PAUSE, RESUME: HTTP").beside(PLAIN.key());
    private static final Contestant KEYED =
            Contestant.of("move_http_key", "the same, Idempotency-Key").beside(PLAIN.key());
    private static final Contestant PATCH =
            Contestant.of("patch_http", "PATCH /api/jobs/{id}").beside(PLAIN.key());

    private static final int WARM_UP_TIMES = 6;

    private final Rig rig;
    private final JobClient client;
    private final Options options;

    /// @param writes in a round, of each kind
    public record Options(int rounds, int concurrency, int writes, long seed) {}

    private WritesBench(Rig rig, JobClient client, Options options) {
        this.rig = rig;
        this.client = client;
        this.options = options;
    }

    /// Runs it on a board that is loaded already; the jobs that it moves are its own, and go at the end.
    ///
    /// @param sources where the settings come from, for the process that is measured
    /// @param directory for the log of that process
    /// @throws IllegalStateException when something that takes part does not start
    public static Outcome run(SettingsSources sources, Options options, Path directory) {
        String source = PostedJob.newSource();
        try (Rig rig = new Rig(sources, options.concurrency() + 1, directory);
                BareTransaction bare = BareTransaction.prepare(rig.pool(), options.concurrency());
                JobClient client = new JobClient(rig.service(), rig.key(), PostedJob.body(rig.board(), source))) {
            try {
                return new WritesBench(rig, client, options).run(bare);
            } finally {
                rig.board().deletePosted(source);
            }
        }
    }

    private Outcome run(BareTransaction bare) {
        String started = Instant.now().toString();
        long jobs = rig.board().shownJobs();
        var race = new Race(lanes(bare), rig.board()::awaitNoDebt);
        race.warmUp();
        double before = Machine.load();
        Scores scores = race.run(options.rounds());
        return new Outcome("writes", scores, circumstances(started, jobs, before));
    }

    private Circumstances circumstances(String started, long jobs, double before) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("jobs", jobs);
        figures.put("seed", options.seed());
        figures.put("rounds", (long) options.rounds());
        figures.put("concurrency", (long) options.concurrency());
        figures.put("writes", (long) options.writes());
        var setup = String.format(
                Locale.ROOT,
                "medians of %d rounds in turn: %d writes of each kind, concurrency %d, connections kept; %,d jobs (seed %d)",
                options.rounds(),
                options.writes(),
                options.concurrency(),
                jobs,
                options.seed());
        return new Circumstances(
                "Writes beside a bare transaction, concurrency " + options.concurrency(),
                started,
                Machine.here(),
                new Circumstances.Load(before, Machine.load()),
                Map.of(
                        "PostgreSQL", rig.board().version(),
                        "Elasticsearch", rig.elasticsearch().diagnosis().version()),
                figures,
                List.of(setup),
                List.of("the index is written meanwhile by the service, as ever"));
    }

    private List<Lane> lanes(BareTransaction bare) {
        var move = new MoveJob(rig.transactions(), Clock.systemUTC());
        var plain = new PlainMove(rig.pool());
        return List.of(
                lane(BARE, new StatementLoop(bare::run)),
                lane(PLAIN, over(job -> job.turn(turn -> plain.move(job, turn)))),
                lane(MOVE, over(job -> job.turn(trigger -> moved(move, job, trigger)))),
                lane(HTTP, over(job -> job.turn(trigger -> client.move(job, trigger, Optional.empty())))),
                lane(KEYED, over(job -> job.turn(trigger -> client.move(job, trigger, Optional.of(job.nextKey()))))),
                lane(PATCH, over(client::patch)));
    }

    private Lane lane(Contestant contestant, StatementLoop loop) {
        return new Lane(
                contestant,
                times -> loop.run(times, options.concurrency()),
                options::writes,
                () -> loop.run(WARM_UP_TIMES * options.writes(), options.concurrency()),
                () -> {});
    }

    /// Nobody waits for another one's lock: each of those at work has a job to itself.
    private StatementLoop over(ToIntFunction<BenchJob> write) {
        List<BenchJob> own = new ArrayList<>();
        for (int i = 0; i < options.concurrency(); i++) own.add(client.post());
        BlockingQueue<BenchJob> free = new LinkedBlockingQueue<>(own);
        return new StatementLoop(() -> {
            BenchJob job = free.remove();
            int bytes = write.applyAsInt(job);
            free.add(job);
            return bytes;
        });
    }

    private static int moved(MoveJob useCase, BenchJob job, BenchJob.Turn turn) {
        JobMove move = switch (turn) {
            case PAUSE -> new JobMove.Pause();
            case RESUME -> new JobMove.Resume();
        };
        var command = new MoveJob.Command(new JobId(job.id()), move, Optional.of(turn.from()), OptionalLong.empty());
        var answer = useCase.handle(Identity.of(Role.OPERATOR, "benchmark"), command, Terms.usual());
        if (!(answer instanceof Answer.Done)) throw new IllegalStateException(turn + " is answered " + answer);
        return 0;
    }
}
