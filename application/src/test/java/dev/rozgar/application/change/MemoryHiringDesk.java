package dev.rozgar.application.change;

import dev.rozgar.application.change.Memory.Chair;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

record MemoryHiringDesk(MemorySpace space) implements HiringDesk {
    @Override
    public ApplicationId nextApplication() {
        return new ApplicationId(space.nextId());
    }

    @Override
    public CandidateId nextCandidate() {
        return new CandidateId(space.nextId());
    }

    @Override
    public InterviewSlotId nextSlot() {
        return new InterviewSlotId(space.nextId());
    }

    @Override
    public Optional<JobApplication> lock(ApplicationId id) {
        space.hold(Subject.Kind.APPLICATION, id.value());
        return Optional.ofNullable(space.read().applications.get(id));
    }

    @Override
    public Optional<JobId> jobOf(ApplicationId id) {
        return Optional.ofNullable(space.read().applications.get(id)).map(JobApplication::job);
    }

    @Override
    public Optional<Candidate> candidate(CandidateId id) {
        return Optional.ofNullable(space.read().candidates.get(id));
    }

    @Override
    public Optional<Candidate> candidate(PhoneNumber phone) {
        return space.read().candidates.values().stream()
                .filter(candidate -> candidate.phone().equals(phone))
                .findFirst();
    }

    @Override
    public boolean hasLive(JobId job, CandidateId candidate, Optional<ApplicationId> except) {
        return space.read().applications.values().stream()
                .filter(sent -> sent.job().equals(job))
                .filter(sent -> sent.letter().candidate().equals(candidate))
                .filter(sent -> !Optional.of(sent.id()).equals(except))
                .anyMatch(sent -> sent.state().isLive());
    }

    @Override
    public ApplicationForm form(JobId job) {
        return space.read().forms.getOrDefault(job, ApplicationForm.NONE);
    }

    @Override
    public Optional<Seat> freeSeat(JobId job) {
        var rows = space.read();
        int seats = Optional.ofNullable(rows.jobs.get(job))
                .map(found -> found.content().openings().total())
                .orElse(0);
        return IntStream.rangeClosed(1, seats)
                .mapToObj(Seat::new)
                .filter(seat -> !rows.seats.containsKey(new Chair(job, seat)))
                .findFirst();
    }

    @Override
    public Optional<InterviewSlot> lockSlot(InterviewSlotId id) {
        return Optional.ofNullable(space.read().slots.get(id));
    }

    @Override
    public List<JobApplication> open(JobId job, int most) {
        var open = space.read().applications.values().stream()
                .filter(sent -> sent.job().equals(job))
                .filter(sent -> sent.state().isLive())
                .filter(sent -> !(sent.state() instanceof ApplicationState.Offered))
                .filter(sent -> !(sent.state() instanceof ApplicationState.Hired))
                .sorted(Comparator.comparingLong(sent -> sent.id().value()))
                .limit(most)
                .toList();
        open.forEach(sent -> space.hold(Subject.Kind.APPLICATION, sent.id().value()));
        return open;
    }

    @Override
    public List<ApplicationId> letters(JobId job, int most) {
        return space.read().applications.values().stream()
                .filter(sent -> sent.job().equals(job) && !sent.state().isLive())
                .filter(sent -> !sent.letter()
                        .equals(sent.withoutLetter(sent.updatedAt()).letter()))
                .map(JobApplication::id)
                .sorted(Comparator.comparingLong(ApplicationId::value))
                .limit(most)
                .toList();
    }

    @Override
    public void forgetLetters(List<ApplicationId> ids, Instant at) {
        var applications = space.write().applications;
        ids.forEach(id -> applications.computeIfPresent(id, (_, sent) -> raised(sent.withoutLetter(at))));
    }

    @Override
    public void save(JobApplication application) {
        long stored = Optional.ofNullable(space.rows.applications.get(application.id()))
                .map(JobApplication::version)
                .orElse(0L);
        space.writeOver(stored, application.version()).applications.put(application.id(), raised(application));
        if (application.version() == 0)
            space.hold(Subject.Kind.APPLICATION, application.id().value());
    }

    @Override
    public void save(Candidate candidate) {
        space.write().candidates.put(candidate.id(), candidate);
    }

    @Override
    public void save(JobId job, ApplicationForm form) {
        space.write().forms.put(job, form);
    }

    @Override
    public void save(InterviewSlot slot) {
        space.write().slots.put(slot.id(), slot);
    }

    @Override
    public void take(JobId job, Seat seat, ApplicationId by) {
        if (space.write().seats.putIfAbsent(new Chair(job, seat), by) != null) {
            throw new AssertionError(seat + " of " + job + " is taken already");
        }
    }

    @Override
    public void free(JobId job, Seat seat) {
        if (space.write().seats.remove(new Chair(job, seat)) == null) {
            throw new AssertionError("nobody sits on " + seat + " of " + job);
        }
    }

    private static JobApplication raised(JobApplication sent) {
        return new JobApplication(
                sent.id(),
                sent.job(),
                sent.company(),
                sent.letter(),
                sent.state(),
                sent.version() + 1,
                sent.createdAt(),
                sent.updatedAt());
    }
}
