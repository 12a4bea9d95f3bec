package dev.rozgar.application.change;

import dev.rozgar.application.billing.Invoices;
import dev.rozgar.application.clock.DueWork;
import dev.rozgar.application.hiring.Applications;
import dev.rozgar.application.hiring.HiringPlan;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is read of a memory outside of transactions. It knows who sits where now, and not who sat there before.
public record InMemoryReading(InMemoryTransactions transactions)
        implements Applications, Invoices, HiringPlan, DueWork {
    @Override
    public Optional<JobApplication> find(ApplicationId id) {
        return Optional.ofNullable(rows().applications.get(id));
    }

    @Override
    public Optional<Candidate> candidate(CandidateId id) {
        return Optional.ofNullable(rows().candidates.get(id));
    }

    @Override
    public List<JobApplication> ofJob(JobId job, Optional<ApplicationId> below, int most) {
        return newest(below, most, sent -> sent.job().equals(job));
    }

    @Override
    public List<JobApplication> ofCandidate(CandidateId candidate, Optional<ApplicationId> below, int most) {
        return newest(below, most, sent -> sent.letter().candidate().equals(candidate));
    }

    @Override
    public Optional<Invoice> find(InvoiceId id) {
        return Optional.ofNullable(rows().invoices.get(id));
    }

    @Override
    public List<Invoice> list(Wanted wanted, int most) {
        return rows().invoices.values().stream()
                .filter(invoice -> wanted.company().stream().allMatch(company -> company.equals(invoice.company())))
                .filter(invoice ->
                        wanted.state().stream().allMatch(invoice.state().kind()::equals))
                .filter(invoice ->
                        wanted.overdue().stream().allMatch(wish -> invoice.isOverdue(wish.on()) == wish.late()))
                .filter(invoice ->
                        wanted.below().stream().allMatch(below -> invoice.id().value() < below.value()))
                .sorted(Comparator.comparingLong(
                                (Invoice invoice) -> invoice.id().value())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public ApplicationForm form(JobId job) {
        return rows().forms.getOrDefault(job, ApplicationForm.NONE);
    }

    @Override
    public List<Opening> openings(JobId job, int most) {
        return rows().seats.entrySet().stream()
                .filter(taken -> taken.getKey().job().equals(job))
                .map(taken -> new Opening(taken.getKey().seat(), taken.getValue(), Instant.EPOCH, Optional.empty()))
                .sorted(Comparator.comparingInt(opening -> opening.seat().number()))
                .limit(most)
                .toList();
    }

    @Override
    public List<Place> seats(JobId job, int after, int most) {
        int total = Optional.ofNullable(rows().jobs.get(job))
                .map(found -> found.content().openings().total())
                .orElse(0);
        return IntStream.rangeClosed(after + 1, total)
                .limit(most)
                .mapToObj(Seat::new)
                .map(seat -> new Place(seat, Optional.ofNullable(rows().seats.get(new Memory.Chair(job, seat)))))
                .toList();
    }

    @Override
    public Optional<InterviewSlot> slot(InterviewSlotId id) {
        return Optional.ofNullable(rows().slots.get(id));
    }

    @Override
    public List<InterviewSlot> slots(JobId job, Instant from, int most) {
        return rows().slots.values().stream()
                .filter(slot -> slot.job().equals(job) && slot.end().isAfter(from))
                .sorted(Comparator.comparing(InterviewSlot::start))
                .limit(most)
                .toList();
    }

    @Override
    public List<JobId> jobsToStart(Instant now, int most) {
        return jobs(most, job -> job.state() instanceof JobState.Scheduled(Instant at, Instant _) && !at.isAfter(now));
    }

    @Override
    public List<JobId> jobsToExpire(Instant now, int most) {
        return jobs(
                most,
                job -> job.state()
                        .inForceUntil()
                        .filter(until -> !until.isAfter(now))
                        .isPresent());
    }

    @Override
    public List<ApplicationId> offersToLapse(Instant now, int most) {
        return rows().applications.values().stream()
                .filter(sent -> sent.state() instanceof ApplicationState.Offered(Instant _, var offer)
                        && !offer.expiresAt().isAfter(now))
                .map(JobApplication::id)
                .limit(most)
                .toList();
    }

    @Override
    public List<JobId> jobsToArchive(Instant endedBefore, int most) {
        return jobs(
                most,
                job -> endedAt(job.state())
                                .filter(at -> at.isBefore(endedBefore))
                                .isPresent()
                        && rows().applications.values().stream()
                                .noneMatch(sent -> sent.job().equals(job.id())
                                        && sent.state().isLive()));
    }

    private static Optional<Instant> endedAt(JobState state) {
        return switch (state) {
            case JobState.Filled(Instant at, var _) -> Optional.of(at);
            case JobState.Expired(Instant at, var _) -> Optional.of(at);
            case JobState.Closed(Instant at, var _, var _) -> Optional.of(at);
            case JobState.Rejected(Instant at, var _, var _) -> Optional.of(at);
            case JobState.Draft _, JobState.InReview _, JobState.ChangesRequested _ -> Optional.empty();
            case JobState.Scheduled _, JobState.Published _, JobState.Paused _ -> Optional.empty();
            case JobState.Archived _ -> Optional.empty();
        };
    }

    @Override
    public List<JobId> endedJobsWithOpenApplications(int most) {
        return rows().applications.values().stream()
                .filter(sent -> sent.state().isLive()
                        && !(sent.state() instanceof ApplicationState.Offered)
                        && !(sent.state() instanceof ApplicationState.Hired))
                .map(JobApplication::job)
                .distinct()
                .filter(job -> Stream.ofNullable(rows().jobs.get(job))
                        .allMatch(found -> JobPhase.of(found.state().kind()) == JobPhase.OVER))
                .limit(most)
                .toList();
    }

    @Override
    public List<CompanyId> companiesToBill(Set<LineKind> kinds, Instant before, int most) {
        return rows().charges.stream()
                .filter(billed -> billed.invoice().isEmpty())
                .map(Memory.Billed::charge)
                .filter(charge -> kinds.contains(charge.kind()) && charge.at().isBefore(before))
                .map(BillingDesk.Charge::company)
                .filter(rows().companies::containsKey)
                .distinct()
                .limit(most)
                .toList();
    }

    private List<JobId> jobs(int most, Predicate<Job> due) {
        return rows().jobs.values().stream()
                .filter(due)
                .map(Job::id)
                .limit(most)
                .toList();
    }

    private List<JobApplication> newest(Optional<ApplicationId> below, int most, Predicate<JobApplication> wanted) {
        return rows().applications.values().stream()
                .filter(wanted)
                .filter(sent -> below.stream().allMatch(id -> sent.id().value() < id.value()))
                .sorted(Comparator.comparingLong(
                                (JobApplication sent) -> sent.id().value())
                        .reversed())
                .limit(most)
                .toList();
    }

    private Memory rows() {
        return transactions.stored();
    }
}
