package dev.rozgar.bootstrap.prove.work;

import dev.rozgar.bootstrap.prove.work.Caller.Request;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// So many new jobs a second, whether the last ones are answered or not: a service that falls behind does not get
/// fewer requests for it. Times are counted from the moment at which a request was due.
public final class SteadyLoad implements AutoCloseable {
    private final Caller caller;
    private final long company;
    private final String name;
    private final Duration every;
    private final Thread clock;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Double> millis = new ArrayList<>();
    private final Map<Long, Long> written = new ConcurrentHashMap<>();
    private final List<Integer> refusals = new ArrayList<>();
    private volatile boolean open = true;

    /// @param millis of the requests that were done
    /// @param refusals statuses of those that were not, 0 for a lost reply
    /// @param written ids of the jobs, and the moment ([System#nanoTime]) at which each was known to be committed
    public record Result(double[] millis, List<Integer> refusals, Map<Long, Long> written) {}

    private SteadyLoad(Caller caller, long company, String name, int perSecond) {
        this.caller = caller;
        this.company = company;
        this.name = name;
        this.every = Duration.ofNanos(1_000_000_000L / perSecond);
        this.clock = Thread.ofPlatform().daemon().name("steady-load").start(this::run);
    }

    /// @param name told apart from other loads of the same board
    public static SteadyLoad start(Caller caller, long company, String name, int perSecond) {
        return new SteadyLoad(caller, company, name, perSecond);
    }

    /// For so long.
    public static Result run(Caller caller, long company, String name, int perSecond, Duration time) {
        try (var load = start(caller, company, name, perSecond)) {
            Thread.sleep(time);
            return load.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private void run() {
        long due = System.nanoTime();
        for (int number = 0; open; number++) {
            long begin = due;
            int mine = number;
            requests.submit(() -> post(mine, begin));
            due += every.toNanos();
            long left = due - System.nanoTime();
            if (left > 0) LockSupport.parkNanos(left);
        }
    }

    private void post(int number, long due) {
        String requisition = name + "-" + number;
        var body = Bodies.job(company, "Steady rider " + requisition, requisition);
        var reply = caller.ask(new Request("POST", "/api/jobs", body, requisition), caller.node(number));
        long now = System.nanoTime();
        synchronized (this) {
            int status = reply.map(HttpResponse::statusCode).orElse(0);
            if (status == 201) millis.add((now - due) / 1e6);
            else refusals.add(status);
        }
        reply.filter(answer -> answer.statusCode() == 201).ifPresent(answer -> written.put(Bodies.id(answer), now));
    }

    /// No more requests; waits for the answers to those under way.
    public Result stop() throws InterruptedException {
        open = false;
        clock.join();
        requests.close();
        synchronized (this) {
            return new Result(
                    millis.stream().mapToDouble(each -> each).toArray(), List.copyOf(refusals), Map.copyOf(written));
        }
    }

    @Override
    public void close() {
        open = false;
        requests.close();
    }
}
