package dev.rozgar.bootstrap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// Runs one statement over and over on several connections, with nothing around it: what PostgreSQL can do at best.
final class StatementLoop {
    private final DataSource pool;
    private final String sql;
    private final List<Object> arguments;

    StatementLoop(DataSource pool, String sql, List<Object> arguments) {
        this.pool = pool;
        this.sql = sql;
        this.arguments = List.copyOf(arguments);
    }

    Run run(int times, int connections) {
        AtomicInteger left = new AtomicInteger(times);
        AtomicLong bytes = new AtomicLong();
        double[] millis = new double[times];
        Callable<Integer> worker = () -> work(left, bytes, millis);
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            long begin = System.nanoTime();
            List<Future<Integer>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) parts.add(workers.submit(worker));
            int done = 0;
            for (Future<Integer> part : parts) done += part.get();
            double seconds = (System.nanoTime() - begin) / 1e9;
            double p50 = Spread.percentile(millis, 50);
            double p95 = Spread.percentile(millis, 95);
            return new Run(times, done, times - done, 0, seconds, p50, p95, bytes.get(), Map.of());
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the bare statement failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// @return how often it ran the statement
    private int work(AtomicInteger left, AtomicLong bytes, double[] millis) throws SQLException {
        int done = 0;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int turn = left.decrementAndGet(); turn >= 0; turn = left.decrementAndGet()) {
                long begin = System.nanoTime();
                bytes.addAndGet(read(statement));
                millis[turn] = (System.nanoTime() - begin) / 1e6;
                done++;
            }
        }
        return done;
    }

    private long read(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < arguments.size(); i++) statement.setObject(i + 1, arguments.get(i));
        long bytes = 0;
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    byte[] cell = rows.getBytes(i);
                    bytes += cell == null ? 0 : cell.length;
                }
            }
        }
        return bytes;
    }
}
