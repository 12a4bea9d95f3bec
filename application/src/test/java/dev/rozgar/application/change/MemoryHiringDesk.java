package dev.rozgar.application.change;

import dev.rozgar.application.change.Memory.Chair;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.Answer;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.Openings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    public Optional<Docket> lock(ApplicationId id, Optional<InterviewSlotId> asked) {
        return lock(id).map(sent -> {
            space.hold(Subject.Kind.JOB, sent.job().value());
            return new Docket(
                    Optional.ofNullable(space.read().jobs.get(sent.job())),
                    sent,
                    Optional.ofNullable(
                            space.read().candidates.get(sent.letter().candidate())),
                    freeSeat(sent.job()),
                    slots(sent, asked),
                    hasLive(sent.job(), sent.letter().candidate(), Optional.of(id)));
        });
    }

    private List<InterviewSlot> slots(JobApplication sent, Optional<InterviewSlotId> asked) {
        return Stream.of(sent.state().heldSlot(), sent.slotFor(new ApplicationMove.Unreject()), asked)
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(id -> Stream.ofNullable(space.read().slots.get(id)))
                .filter(slot -> slot.job().equals(sent.job()))
                .toList();
    }

    private boolean hasLive(JobId job, CandidateId candidate, Optional<ApplicationId> except) {
        return space.read().applications.values().stream()
                .filter(sent -> sent.job().equals(job))
                .filter(sent -> sent.letter().candidate().equals(candidate))
                .filter(sent -> !Optional.of(sent.id()).equals(except))
                .anyMatch(sent -> sent.state().isLive());
    }

    @Override
    public boolean hasBrought(JobId job, String partner, Instant now) {
        return of(job).filter(sent -> sent.letter().source().broughtBy().equals(Optional.of(partner)))
                .anyMatch(sent -> sent.asTold(now).state().isLive());
    }

    private Stream<JobApplication> of(JobId job) {
        return space.read().applications.values().stream()
                .filter(sent -> sent.job().equals(job));
    }

    private Map<CandidateId, List<Answer>> knockedOut(JobId job) {
        return of(job).filter(MemoryHiringDesk::isKnockedOut)
                .sorted(Comparator.comparingLong(sent -> sent.id().value()))
                .collect(Collectors.toMap(
                        sent -> sent.letter().candidate(), sent -> sent.letter().answers(), (_, later) -> later));
    }

    private static boolean isKnockedOut(JobApplication sent) {
        return sent.state() instanceof ApplicationState.Rejected rejected
                && rejected.rejection().reason().equals(Rejection.KNOCKOUT);
    }

    private Optional<Seat> freeSeat(JobId job) {
        var rows = space.read();
        var openings = Optional.ofNullable(rows.jobs.get(job))
                .map(found -> found.content().openings())
                .filter(found -> found.left() > 0);
        return IntStream.rangeClosed(1, openings.map(Openings::total).orElse(0))
                .mapToObj(Seat::new)
                .filter(seat -> !rows.seats.containsKey(new Chair(job, seat)))
                .findFirst();
    }

    @Override
    public Reception receive(JobId job, Optional<CandidateId> id, Optional<PhoneNumber> phone, Instant now) {
        var rows = space.read();
        var known = rows.candidates.values().stream()
                .filter(met -> Optional.of(met.id()).equals(id)
                        || Optional.of(met.phone()).equals(phone))
                .toList();
        return new Reception(
                rows.forms.getOrDefault(job, ApplicationForm.NONE),
                known,
                of(job).filter(sent -> sent.asTold(now).state().isLive())
                        .map(sent -> sent.letter().candidate())
                        .collect(Collectors.toSet()),
                of(job).map(sent -> sent.letter().candidate()).collect(Collectors.toSet()),
                knockedOut(job));
    }

    @Override
    public Ending open(JobId job, int most) {
        var open = space.read().applications.values().stream()
                .filter(sent -> sent.job().equals(job))
                .filter(sent -> sent.state().isLive())
                .filter(sent -> !(sent.state() instanceof ApplicationState.Offered))
                .filter(sent -> !(sent.state() instanceof ApplicationState.Hired))
                .sorted(Comparator.comparingLong(sent -> sent.id().value()))
                .limit(most)
                .toList();
        open.forEach(sent -> space.hold(Subject.Kind.APPLICATION, sent.id().value()));
        return new Ending(
                open,
                open.stream()
                        .flatMap(sent -> sent.state().heldSlot().stream())
                        .distinct()
                        .sorted(Comparator.comparingLong(InterviewSlotId::value))
                        .map(space.read().slots::get)
                        .toList());
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
    public void add(Candidate candidate) {
        var before = space.write().candidates.putIfAbsent(candidate.id(), candidate);
        MemorySpace.require(before == null || before.phone().equals(candidate.phone()), "STALE_VERSION");
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

    /// The memory looks at every application each time.
    @Override
    public void ended(JobId job) {}

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
