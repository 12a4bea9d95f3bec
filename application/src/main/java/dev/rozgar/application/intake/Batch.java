package dev.rozgar.application.intake;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.RequisitionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One batch of an import: what is there already is read first, then all that changes is saved in one round trip. The
/// two may be done by different threads, one behind the other.
final class Batch {
    private final JobRepository jobs;
    private final List<Change> changes = new ArrayList<>();
    private final List<Row.Rejected> rejected = new ArrayList<>();
    private int unchanged;

    Batch(JobRepository jobs) {
        this.jobs = jobs;
    }

    /// A posting by which the store knows it again.
    private record Identity(CompanyId company, LanguageTag language, RequisitionId requisition) {
        static Identity of(CompanyId company, JobContent content) {
            return new Identity(
                    company, content.language(), content.requisitionId().orElseThrow());
        }
    }

    /// A job to save, and the row it comes from.
    private record Change(Row.Posting posting, Job job) {
        boolean isNew() {
            return job.version() == 0;
        }
    }

    /// Finds out what is to be saved.
    Batch compare(List<Row.Posting> postings, Employers employers, Instant now) {
        if (postings.isEmpty()) return this;
        Map<Slug, Employer> known = employers.of(postings, now);
        Map<Identity, Job> stored = stored(postings, known);
        for (Row.Posting posting : postings) {
            Employer employer = employer(posting, known);
            Job before = stored.get(Identity.of(employer.id(), posting.content()));
            if (before != null && before.content().equals(posting.content())) unchanged++;
            else
                decide(
                        posting,
                        before == null
                                ? Revision.first(jobs.nextId(), employer, posting, now)
                                : Revision.next(before, posting, now));
        }
        return this;
    }

    private void decide(Row.Posting posting, Decision<Job> decision) {
        switch (decision) {
            case Decision.Accepted<Job>(Job job, var _) -> changes.add(new Change(posting, job));
            case Decision.Refused<Job>(List<Reason> reasons) -> rejected.add(posting.because(words(reasons)));
        }
    }

    /// Saves it.
    Counts save() {
        Counts saved = store(changes);
        return saved.plus(new Counts(0, 0, unchanged, rejected.size()));
    }

    /// What was not imported; complete once it is saved.
    List<Row.Rejected> rejected() {
        return rejected;
    }

    private Map<Identity, Job> stored(List<Row.Posting> postings, Map<Slug, Employer> known) {
        Map<CompanyId, List<String>> wanted = new LinkedHashMap<>();
        for (Row.Posting posting : postings) {
            wanted.computeIfAbsent(employer(posting, known).id(), _ -> new ArrayList<>())
                    .add(posting.requisition().value());
        }
        Map<Identity, Job> found = new HashMap<>();
        jobs.findByRequisition(wanted).forEach(job -> found.put(Identity.of(job.company(), job.content()), job));
        return found;
    }

    private static Employer employer(Row.Posting posting, Map<Slug, Employer> known) {
        Employer employer = known.get(posting.employer().slug());
        if (employer == null) {
            throw PortFailure.broken("a company was saved and is not there", null);
        }
        return employer;
    }

    /// All at once; where the store refuses the whole for one of them, one by one, so that the others get in.
    private Counts store(List<Change> changes) {
        if (changes.isEmpty()) {
            return Counts.NONE;
        }
        try {
            jobs.save(changes.stream().map(Change::job).toList(), Sync.ACCEPTED);
        } catch (PortFailure failure) {
            if (failure.kind() != PortFailure.Kind.CONFLICT) {
                throw failure;
            }
            return changes.size() == 1 ? conflict(changes.getFirst(), failure) : oneByOne(changes);
        }
        long fresh = changes.stream().filter(Change::isNew).count();
        return new Counts(fresh, changes.size() - fresh, 0, 0);
    }

    private Counts oneByOne(List<Change> changes) {
        var total = Counts.NONE;
        for (Change change : changes) {
            total = total.plus(store(List.of(change)));
        }
        return total;
    }

    private Counts conflict(Change change, PortFailure failure) {
        rejected.add(change.posting().because(failure.code() + ": the store refuses this row"));
        return Counts.NONE;
    }

    private static String words(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code() + ": " + reason.detail())
                .collect(Collectors.joining("; "));
    }
}
