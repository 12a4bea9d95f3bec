package dev.rozgar.adapters.http;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.billing.Invoices;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.TransitionLog;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.hiring.Applications;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The truth in memory, one transaction at a time, as far as the routes can tell. It counts what it writes, and fails
/// when it is told to.
public final class FakeStore implements Transactions, TransitionLog, Applications, Invoices {
    public final Map<Long, Company> companies = new TreeMap<>();
    public final Map<Long, Job> jobs = new TreeMap<>();
    public final Set<Object> removed = new HashSet<>();
    public final List<Transition> lines = new ArrayList<>();
    public final List<Sync> wanted = new ArrayList<>();
    public final List<Optional<Duration>> patience = new ArrayList<>();
    public final Map<String, Kept> replies = new HashMap<>();
    public final AtomicLong ids = new AtomicLong();
    public int writes;
    public volatile Sync reachable = Sync.INDEXED;
    public volatile @Nullable RuntimeException failure;

    public record Kept(String fingerprint, StoredReply reply) {}

    public synchronized void reset() {
        companies.clear();
        jobs.clear();
        removed.clear();
        lines.clear();
        wanted.clear();
        patience.clear();
        replies.clear();
        writes = 0;
        reachable = Sync.INDEXED;
        failure = null;
        ids.set(0);
    }

    @Override
    public synchronized <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work) {
        failIfTold();
        var attempt = terms.attempt();
        if (attempt.isPresent()) {
            Kept kept = replies.get(name(attempt.get()));
            if (kept != null) return replayed(kept, attempt.get());
        }
        FakeWorkspace space = new FakeWorkspace(this);
        Answer<R> answer = work.apply(space);
        if (!(answer instanceof Answer.Done<R> done) || terms.validateOnly()) return answer;
        space.commit();
        var token = Optional.of(ConsistencyToken.of("1.j7-" + wanted.size()));
        wanted.add(terms.sync());
        patience.add(terms.patience());
        attempt.ifPresent(made -> replies.put(
                name(made),
                new Kept(
                        made.fingerprint(),
                        made.reply().apply(done.result(), Sync.ACCEPTED).with(token))));
        return done.with(token).at(terms.sync().compareTo(reachable) <= 0 ? terms.sync() : reachable);
    }

    @Override
    public synchronized <R> void amend(Attempt<R> attempt, R result, Sync reached) {
        replies.computeIfPresent(
                name(attempt),
                (_, kept) -> new Kept(
                        kept.fingerprint(),
                        attempt.reply().apply(result, reached).with(kept.reply().token())));
    }

    @Override
    public synchronized List<Transition> of(Subject subject, long after, int most) {
        return lines.stream()
                .filter(line -> line.subject().equals(subject) && line.sequence() > after)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<JobApplication> find(ApplicationId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Invoice> find(InvoiceId id) {
        return Optional.empty();
    }

    @Override
    public List<Invoice> list(Wanted wanted, int most) {
        return List.of();
    }

    @Override
    public Optional<Candidate> candidate(CandidateId id) {
        return Optional.empty();
    }

    @Override
    public List<JobApplication> ofJob(JobId job, Optional<ApplicationId> below, int most) {
        return List.of();
    }

    @Override
    public List<JobApplication> ofCandidate(CandidateId candidate, Optional<ApplicationId> below, int most) {
        return List.of();
    }

    public void put(Company company) {
        boolean taken = companies.values().stream()
                .anyMatch(old -> !old.id().equals(company.id())
                        && old.profile().slug().equals(company.profile().slug()));
        if (taken) throw PortFailure.conflict("DUPLICATE_SLUG", "company_slug_key", null);
        companies.put(company.id().value(), company);
    }

    public void put(Job job) {
        boolean taken = jobs.values().stream()
                .anyMatch(old -> !old.id().equals(job.id())
                        && old.content().requisitionId().isPresent()
                        && old.content().requisitionId().equals(job.content().requisitionId()));
        if (taken) throw PortFailure.conflict("DUPLICATE_REQUISITION_ID", "job_requisition_key", null);
        jobs.put(job.id().value(), job);
    }

    public Company company(long id) {
        return java.util.Objects.requireNonNull(companies.get(id));
    }

    public Job job(long id) {
        return java.util.Objects.requireNonNull(jobs.get(id));
    }

    public boolean isRemoved(JobId id) {
        return removed.contains(id);
    }

    public boolean isPast(JobId id) {
        Job job = jobs.get(id.value());
        return isRemoved(id)
                || job != null && job.state() instanceof JobState.Closed(var _, var shown, var _) && shown.isPresent();
    }

    public boolean isRemoved(CompanyId id) {
        return removed.contains(id);
    }

    private void failIfTold() {
        RuntimeException told = failure;
        if (told != null) throw told;
    }

    private static <R> Answer<R> replayed(Kept kept, Attempt<R> attempt) {
        if (!kept.fingerprint.equals(attempt.fingerprint()))
            throw PortFailure.conflict("IDEMPOTENCY_KEY_REUSED", "stored_reply", null);
        return new Answer.Replayed<>(kept.reply);
    }

    private static String name(Attempt<?> attempt) {
        return attempt.owner() + '|' + attempt.key();
    }
}
