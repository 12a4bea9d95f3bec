package dev.rozgar.bootstrap.demo;

import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One run of [SeedDemo]. Ids are asked for by one thread in the order of the jobs, so they too are the same every
/// time; the jobs are made and saved by two, because the database works while the next batch is made.
final class SeedRun {
    private static final int SAVERS = 2;
    /// Batches that wait; more would only fill the memory.
    private static final int AHEAD = 3;

    private final DemoData demo;
    private final CompanyRepository companies;
    private final JobRepository jobs;
    private final Consumer<SeedDemo.Progress> listener;
    /// The id of each company by its number.
    private final long[] ids = new long[Shapes.EMPLOYERS + 1];
    private final AtomicInteger savedCompanies = new AtomicInteger();
    private final AtomicInteger savedJobs = new AtomicInteger();

    SeedRun(DemoData demo, CompanyRepository companies, JobRepository jobs, Consumer<SeedDemo.Progress> listener) {
        this.demo = demo;
        this.companies = companies;
        this.jobs = jobs;
        this.listener = listener;
    }

    SeedDemo.Progress progress() {
        return new SeedDemo.Progress(
                savedCompanies.get(),
                demo.companyCount(),
                savedJobs.get(),
                demo.plan().jobs());
    }

    void saveCompanies(boolean maybeThere) {
        int[] numbers = demo.companies().toArray();
        for (int from = 0; from < numbers.length; from += SeedDemo.BATCH) {
            var batch = Arrays.stream(numbers, from, Math.min(numbers.length, from + SeedDemo.BATCH))
                    .boxed()
                    .toList();
            saveCompanies(batch, maybeThere);
            savedCompanies.addAndGet(batch.size());
            listener.accept(progress());
        }
    }

    private void saveCompanies(List<Integer> numbers, boolean maybeThere) {
        Map<String, Integer> bySlug =
                numbers.stream().collect(Collectors.toMap(demo::slug, Function.identity(), (a, _) -> a));
        if (maybeThere) {
            companies.findBySlug(bySlug.keySet()).forEach(company -> learn(company, bySlug));
        }
        var fresh = new ArrayList<Company>();
        for (int number : numbers) {
            if (ids[number] == 0) {
                fresh.add(demo.company(number, companies.nextId()));
            }
        }
        if (!fresh.isEmpty()) {
            companies.save(fresh).forEach(company -> learn(company, bySlug));
        }
    }

    private void learn(Company company, Map<String, Integer> bySlug) {
        Integer number = bySlug.get(company.profile().slug().value());
        if (number != null) {
            ids[number] = company.id().value();
        }
    }

    void saveJobs(boolean maybeThere) {
        int all = demo.plan().jobs();
        try (var savers = Executors.newFixedThreadPool(SAVERS)) {
            var running = new ArrayDeque<Future<?>>();
            for (int from = 0; from < all; from += SeedDemo.BATCH) {
                int first = from;
                int size = Math.min(SeedDemo.BATCH, all - from);
                if (maybeThere && isThere(first)) {
                    saved(size);
                    continue;
                }
                var batch =
                        IntStream.range(0, size).mapToObj(_ -> jobs.nextId()).toList();
                running.add(savers.submit(() -> saveJobs(first, batch)));
                if (running.size() > SAVERS + AHEAD) {
                    await(running.remove());
                }
            }
            while (!running.isEmpty()) {
                await(running.remove());
            }
        }
    }

    /// A batch is saved all or none, so its first job tells of all.
    private boolean isThere(int which) {
        return !jobs.findByRequisition(
                        employer(which), List.of(demo.requisition(which).value()))
                .isEmpty();
    }

    private void saveJobs(int first, List<JobId> batch) {
        List<Job> made = IntStream.range(0, batch.size())
                .mapToObj(i -> demo.job(first + i, batch.get(i), employer(first + i)))
                .toList();
        jobs.save(made, Sync.ACCEPTED);
        saved(made.size());
    }

    private CompanyId employer(int which) {
        return new CompanyId(ids[demo.employerOf(which)]);
    }

    private void saved(int more) {
        savedJobs.addAndGet(more);
        listener.accept(progress());
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while seeding", interrupted);
        }
    }
}
