package dev.rozgar.application.intake;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.Prefetch;
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

/// One batch of an import: what is there already is read first, then all that changes is saved. The two may be done by
/// different threads, one behind the other.
final class Batch {
    /// Fewer changes than this are not worth a second round trip.
    private static final int WORTH_PARTING = 100;

    private final JobRepository jobs;
    private final List<Portion.Change> changes = new ArrayList<>();
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
            case Decision.Accepted<Job>(Job job, var _) -> changes.add(new Portion.Change(posting, job));
            case Decision.Refused<Job>(List<Reason> reasons) -> rejected.add(posting.because(words(reasons)));
        }
    }

    /// Saves it in two halves beside each other, since the store has a core for each. Both are over before
    /// the next batch is saved: whoever waits for a row that each of them looks at, such as an employer's, has
    /// its turn then.
    Counts save() {
        int half = changes.size() < WORTH_PARTING ? changes.size() : changes.size() / 2;
        var first = new Portion(jobs, changes.subList(0, half));
        var second = new Portion(jobs, changes.subList(half, changes.size()));
        Counts saved = Prefetch.together(first::save, second::save, Counts::plus);
        rejected.addAll(first.rejected());
        rejected.addAll(second.rejected());
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

    private static String words(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code() + ": " + reason.detail())
                .collect(Collectors.joining("; "));
    }
}
